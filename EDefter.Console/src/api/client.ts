import { readJson } from "../exact/json";
import type { Job, Problem } from "./shapes";

/** The server said no, in Turkish, with the way out. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

/** The server could not be reached, or answered what is no answer. */
export class Trouble extends Error {
  constructor(readonly status: number) {
    super(`HTTP ${status}`);
  }
}

export type OnProgress = (job: Job) => void;

const secondsFirst = 2;
const secondsLater = 1;

/** Speaks to the calls with the reader's key, which goes nowhere else; without one, as who signed in with the directory, which the browser's own cookie says. */
export class Client {
  constructor(
    private readonly key: string | null,
    private readonly onKeyRefused: () => void = () => {},
  ) {}

  get<T>(path: string): Promise<T> {
    return this.call<T>("GET", path);
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.call<T>("PUT", path, JSON.stringify(body));
  }

  post<T>(path: string, body: unknown): Promise<T> {
    return this.call<T>("POST", path, JSON.stringify(body));
  }

  remove(path: string, body?: unknown): Promise<void> {
    return this.call<void>("DELETE", path, body === undefined ? null : JSON.stringify(body));
  }

  /** Its name goes in a header: it may hold a tax number, and addresses are logged. */
  postFile<T>(path: string, file: File): Promise<T> {
    return this.call<T>("POST", path, file, { "Content-Type": "application/octet-stream", "Content-Disposition": `attachment; filename*=UTF-8''${extValue(file.name)}` });
  }

  /** A heavy act: its result when that comes soon, else the job is followed to its end. */
  async act<T>(path: string, body: unknown, onProgress: OnProgress, headers: Record<string, string> = {}): Promise<T> {
    const response = await this.send("POST", `${path}${path.includes("?") ? "&" : "?"}wait=${secondsFirst}`, JSON.stringify(body), headers);
    const answer = await this.answerOf<T | Job>(response);
    return response.status === 202 ? this.follow<T>(answer as Job, onProgress) : (answer as T);
  }

  /** Everything of a list that comes in pages. */
  async pages<T, P extends { next?: string }>(path: string, items: (page: P) => T[]): Promise<T[]> {
    const all: T[] = [];
    for (let next: string | undefined = path; next !== undefined; ) {
      const page: P = await this.get<P>(next);
      all.push(...items(page));
      next = page.next;
    }
    return all;
  }

  /** A file that the server makes: saved under a name. */
  async save(path: string, name: string): Promise<void> {
    const response = await this.send("GET", path, null, {});
    if (!response.ok) await this.answerOf(response);
    const url = URL.createObjectURL(await response.blob());
    download(url, name);
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }

  /** Uploads with progress, which fetch cannot tell. */
  upload<T>(method: "POST" | "PUT", path: string, file: Blob, headers: Record<string, string>, onSent: (sent: number, total: number) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(method, path);
      for (const [name, value] of Object.entries({ ...this.shown(), ...headers })) request.setRequestHeader(name, value);
      request.upload.onprogress = (event) => onSent(event.loaded, event.total);
      request.onerror = () => reject(new Trouble(0));
      request.onload = () => {
        const response = new Response(request.responseText, { status: request.status });
        this.answerOf<T>(response).then(resolve, reject);
      };
      request.send(file);
    });
  }

  private async follow<T>(started: Job, onProgress: OnProgress): Promise<T> {
    for (let job = started; ; job = await this.get<Job>(`/api/jobs/${job.id}?wait=${secondsLater}`)) {
      onProgress(job);
      if (job.state === "succeeded") return job.result as T;
      if (job.problem !== undefined) throw new Refusal(job.problem);
      if (job.state === "failed" || job.state === "cancelled") throw new Trouble(500);
    }
  }

  private async call<T>(method: string, path: string, body: string | Blob | null = null, headers: Record<string, string> = {}): Promise<T> {
    return this.answerOf<T>(await this.send(method, path, body, headers));
  }

  private async send(method: string, path: string, body: string | Blob | null, headers: Record<string, string>): Promise<Response> {
    const sent = new Headers({ ...this.shown(), ...(typeof body === "string" ? { "Content-Type": "application/json" } : {}), ...headers });
    try {
      return await fetch(path, { method, headers: sent, body, redirect: "error", credentials: this.key === null ? "same-origin" : "omit" });
    } catch (cause) {
      throw cause instanceof TypeError ? new Trouble(0) : cause;
    }
  }

  // A page of another site can set neither header, so the cookie alone opens nothing.
  private shown(): Record<string, string> {
    return this.key === null ? { "X-EDefter-Page": "1" } : { "X-Api-Key": this.key };
  }

  private async answerOf<T>(response: Response): Promise<T> {
    const text = await response.text();
    if (response.ok) return (text === "" ? undefined : readJson<T>(text)) as T;
    if (response.status === 401) this.onKeyRefused();
    throw refusalIn(text, response.status);
  }
}

// RFC 8187: what encodeURIComponent leaves and the header does not take.
function extValue(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

function refusalIn(text: string, status: number): Error {
  try {
    const problem = JSON.parse(text) as Partial<Problem>;
    if (typeof problem.title === "string" && typeof problem.detail === "string") return new Refusal({ type: "", status, ...problem } as Problem);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause; // Not a refusal's document: said as trouble below.
  }
  return new Trouble(status);
}

/** Follows a link that answers with a file. */
export function download(url: string, name: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.rel = "noopener";
  document.body.append(link);
  link.click();
  link.remove();
}
