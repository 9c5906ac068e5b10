import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { OnProgress } from "../api/client";
import type { Job } from "../api/shapes";

export interface Work {
  running: boolean;
  job: Job | null;
  error: unknown;
  run: (task: (onProgress: OnProgress) => Promise<void>) => void;
}

/** One act at a time: whether it runs, how far it is, and what went wrong. */
export function useWork(): Work {
  const [running, setRunning] = useState(false);
  const [job, setJob] = useState<Job | null>(null);
  const [error, setError] = useState<unknown>(null);
  const busy = useRef(false);
  const run = useCallback((task: (onProgress: OnProgress) => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    setRunning(true);
    setJob(null);
    setError(null);
    task(setJob)
      .catch(setError)
      .finally(() => {
        busy.current = false;
        setRunning(false);
      });
  }, []);
  return { running, job, error, run };
}

/** Reads anew whatever lay behind another window: in the meantime somebody else may have changed it. */
export function useSeenAgain(reload: () => Promise<void>): void {
  useEffect(() => {
    const look = () => void reload();
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, [reload]);
}

export interface Loaded<T> {
  value: T | undefined;
  error: unknown;
  /** Reads it anew; done when the screen has the answer, or why there is none. */
  reload: () => Promise<void>;
}

/** Something the screen shows, read anew when its keys change or somebody asks. An answer that comes too late is dropped. */
export function useLoaded<T>(load: () => Promise<T>, keys: readonly unknown[]): Loaded<T> {
  const [value, setValue] = useState<T>();
  const [error, setError] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    let isCurrent = true;
    setError(null);
    load()
      .then(
        (loaded) => isCurrent && setValue(loaded),
        (failed: unknown) => isCurrent && setError(failed),
      )
      .finally(() => {
        // Whoever waits for an answer that came too late gets the next one.
        if (isCurrent) for (const done of waiting.current.splice(0)) done();
      });
    return () => {
      isCurrent = false;
    };
  }, [...keys, turn]);
  const reload = useCallback(
    () =>
      new Promise<void>((done) => {
        waiting.current.push(done);
        setTurn((before) => before + 1);
      }),
    [],
  );
  return { value, error, reload };
}
