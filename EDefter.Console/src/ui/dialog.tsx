import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { say } from "../language/language";
import { Button } from "./controls";

export interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  wide?: boolean;
  /** It closes by its own button only: what it shows is not shown again. */
  isHeld?: boolean;
}

/** The browser's own modal dialog: it keeps the focus, closes with Escape and gives the focus back. */
export function Dialog({ title, onClose, children, wide = false, isHeld = false }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    box.current?.showModal();
  }, []);
  return (
    <dialog
      ref={box}
      class={wide ? "wide" : ""}
      aria-labelledby={id}
      // A browser may be kept from closing it once, not the second time: then it stands open again.
      onClose={() => (isHeld ? box.current?.showModal() : onClose())}
      onCancel={(event) => {
        if (isHeld) event.preventDefault();
      }}
      onClick={(event) => {
        if (event.target === box.current && !isHeld) onClose();
      }}
    >
      <div class="dialog-body">
        <header>
          <h2 id={id}>{title}</h2>
          {!isHeld && (
            <Button kind="quiet" onPress={onClose}>
              {say.close}
            </Button>
          )}
        </header>
        {children}
      </div>
    </dialog>
  );
}

/** Asks once before an act that others see. */
export function Confirm({ title, text, act, onAct, onClose }: { title: string; text: string; act: string; onAct: () => void; onClose: () => void }) {
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <div class="row end">
        <Button onPress={onClose}>{say.cancel}</Button>
        <Button
          kind="main"
          onPress={() => {
            onClose();
            onAct();
          }}
        >
          {act}
        </Button>
      </div>
    </Dialog>
  );
}
