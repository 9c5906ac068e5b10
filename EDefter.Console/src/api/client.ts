import { readJson } from "../exact/json";
import { say } from "../language/language";
import type { Job, Problem } from "./shapes";

/** The server said no, in Turkish, with the way out. */
export class Refusal extends Error {
  /** @param retryAfter Seconds for which the server wants to be left alone; undefined: it did not say. */
  constructor(
    readonly problem: Problem,
    readonly retryAfter?: number | undefined,
  ) {
    super(problem.title);
  }
}

/** The server could not be reached, or answered what is no answer. */
export class Trouble extends Error {
  constructor(readonly status: number) {
    super(`HTTP ${status}`);
  }

  /** The line, or what stands between: it may be there again in a moment. */
  get isPassing(): boolean {
    return [0, 502, 503, 504].includes(this.status);
  }
}

export type OnProgress = (job: Job) => void;

const secondsFirst = 2;
const secondsLater = 1;

/** For so many seconds a reader waits without a word, so many times; a longer while is told. */
const secondsUntold = 5;
const triesMost = 3;

/** How long a job is looked for that nobody can be asked about, and how often. */
const secondsLostMost = 120;
const secondsLost = 2;

/** Of the platform that signs people in: renews the token that it hands on with each request. Its session lives for hours, the token for one. */
const renewal = "/.auth/refresh";

/** Speaks to the calls with the reader's key, which goes nowhere else; without one, as who signed in with the directory, which the browser's own cookie says. */
export class Client {
  private renewing: Promise<boolean> | null = null;

  constructor(
    private readonly key: string | null,
    private readonly onKeyRefused: () => void = () => {},
  ) {}

  /** Reading changes nothing: a server that asks for a moment is given it. */
  async get<T>(path: string): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.call<T>("GET", path);
      } catch (failed) {
        const wait = failed instanceof Refusal ? failed.retryAfter : undefined;
        if (wait === undefined || wait > secondsUntold || tries === triesMost) throw failed;
        await pause(wait);
      }
    }
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
    const url = URL.createObjectURL(await orTrouble(response.blob()));
    download(url, name);
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }

  /** Uploads with progress, which fetch cannot tell. */
  async upload<T>(method: "POST" | "PUT", path: string, file: Blob, headers: Record<string, string>, onSent: (sent: number, total: number) => void): Promise<T> {
    return this.answerOf<T>(await this.asSignedIn(() => this.sendFile(method, path, file, headers, onSent)));
  }

  private sendFile(method: string, path: string, file: Blob, headers: Record<string, string>, onSent: (sent: number, total: number) => void): Promise<Response> {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(method, path);
      for (const [name, value] of Object.entries({ ...this.shown(), ...headers })) request.setRequestHeader(name, value);
      request.upload.onprogress = (event) => onSent(event.loaded, event.total);
      request.onerror = () => reject(new Trouble(0));
      request.onload = () => {
        const wait = request.getResponseHeader("Retry-After");
        resolve(new Response(request.responseText, { status: request.status, headers: wait === null ? {} : { "Retry-After": wait } }));
      };
      request.send(file);
    });
  }

  private async follow<T>(started: Job, onProgress: OnProgress): Promise<T> {
    for (let job = started; ; job = await this.look(job, onProgress)) {
      onProgress(job);
      if (job.state === "succeeded") return job.result as T;
      if (job.problem !== undefined) throw new Refusal(job.problem);
      if (job.state === "failed" || job.state === "cancelled") throw new Trouble(500);
    }
  }

  // The job goes on without its reader: a line that breaks, or a server that wants to be left alone, is waited out before it is called trouble.
  private async look(job: Job, onProgress: OnProgress): Promise<Job> {
    for (let waited = 0; ; ) {
      try {
        return await this.get<Job>(`/api/jobs/${job.id}?wait=${secondsLater}`);
      } catch (failed) {
        const wait = failed instanceof Refusal ? failed.retryAfter : failed instanceof Trouble && failed.isPassing ? secondsLost : undefined;
        if (wait === undefined || waited + wait > secondsLostMost) throw failed;
        onProgress({ ...job, state: "running", step: say.job.lost });
        await pause(wait);
        waited += wait;
      }
    }
  }

  private async call<T>(method: string, path: string, body: string | Blob | null = null, headers: Record<string, string> = {}): Promise<T> {
    return this.answerOf<T>(await this.send(method, path, body, headers));
  }

  private async send(method: string, path: string, body: string | Blob | null, headers: Record<string, string>): Promise<Response> {
    const sent = new Headers({ ...this.shown(), ...(typeof body === "string" ? { "Content-Type": "application/json" } : {}), ...headers });
    return this.asSignedIn(() => orTrouble(fetch(path, { method, headers: sent, body, redirect: "error", credentials: this.key === null ? "same-origin" : "omit" })));
  }

  // Whoever signed in with the directory stays in for as long as the platform's session lives: a token that is over is renewed, once for all who wait for it, and the request made again.
  private async asSignedIn(ask: () => Promise<Response>): Promise<Response> {
    const response = await ask();
    if (response.status !== 401 || this.key !== null) return response;
    this.renewing ??= fetch(renewal, { redirect: "error", credentials: "same-origin", cache: "no-store" })
      .then(
        ({ ok }) => ok,
        () => false,
      )
      .finally(() => (this.renewing = null));
    return (await this.renewing) ? ask() : response;
  }

  // A page of another site can set neither header, so the cookie alone opens nothing.
  private shown(): Record<string, string> {
    return this.key === null ? { "X-EDefter-Page": "1" } : { "X-Api-Key": this.key };
  }

  private async answerOf<T>(response: Response): Promise<T> {
    const text = await orTrouble(response.text());
    if (response.ok) return (text === "" ? undefined : readJson<T>(text)) as T;
    if (response.status === 401) this.onKeyRefused();
    throw refusalIn(text, response.status, response.headers.get("Retry-After"));
  }
}

// RFC 8187: what encodeURIComponent leaves and the header does not take.
function extValue(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

function refusalIn(text: string, status: number, retryAfter: string | null): Error {
  const wait = retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : undefined;
  try {
    const problem = JSON.parse(text) as Partial<Problem>;
    if (typeof problem.title === "string" && typeof problem.detail === "string") return new Refusal({ type: "", status, ...problem } as Problem, wait);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause; // Not a refusal's document: said as trouble below.
  }
  return new Trouble(status);
}

/** A line that breaks, before the answer or in the midst of it, is trouble with a name. */
async function orTrouble<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw cause instanceof TypeError ? new Trouble(0) : cause;
  }
}

function pause(seconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, seconds * 1000));
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
