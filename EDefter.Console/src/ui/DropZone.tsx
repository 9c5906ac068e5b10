import { useRef, useState } from "preact/hooks";

export interface DropZoneProps {
  id: string;
  label: string;
  hint: string;
  accept: string;
  multiple?: boolean;
  disabled?: boolean;
  onFiles: (files: File[]) => void;
}

/** Takes files that are dropped, or chosen with mouse or keyboard: the input itself is what the keyboard reaches. */
export function DropZone({ id, label, hint, accept, multiple = false, disabled = false, onFiles }: DropZoneProps) {
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null | undefined) => {
    if (disabled || files === null || files === undefined || files.length === 0) return;
    onFiles([...files].slice(0, multiple ? files.length : 1));
    if (input.current !== null) input.current.value = "";
  };
  return (
    <label
      class={`drop ${isOver ? "over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <input ref={input} id={id} type="file" accept={accept} multiple={multiple} disabled={disabled} onChange={(event) => take(event.currentTarget.files)} />
      <span class="drop-label">{label}</span>
      <span class="hint">{hint}</span>
    </label>
  );
}
