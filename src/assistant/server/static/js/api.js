// The one way to the server. Faults carry the server's own Chinese sentence.

export class Fault extends Error {
  constructor(message, code, status) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

let token = null;

/** For a panel inside an editor, where the browser keeps no cookie of ours. */
export function useToken(words) {
  token = words;
}

export const get = (path) => call("GET", path);
export const post = (path, body) => call("POST", path, body);
export const put = (path, body) => call("PUT", path, body);
export const patch = (path, body) => call("PATCH", path, body);
export const remove = (path) => call("DELETE", path);

/** `path` under /api/v1; a FormData goes as it is, all else as JSON. Null where the answer has no body. */
async function call(method, path, body) {
  const given = await answer(method, path, body);
  return given.status === 204 ? null : given.json();
}

export async function bytes(path) {
  return (await answer("GET", path)).blob();
}

/** The bare answer, where it is no JSON. */
export async function answer(method, path, body) {
  const form = body instanceof FormData;
  const headers = body === undefined || form ? {} : { "Content-Type": "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  let given;
  try {
    given = await fetch(`/api/v1${path}`, {
      method,
      headers,
      body: body === undefined || form ? body : JSON.stringify(body),
      credentials: "same-origin",
    });
  } catch {
    throw new Fault("连不上服务器。请确认服务还在运行，再试一次。", "offline", 0);
  }
  if (!given.ok) throw await fault(given);
  return given;
}

async function fault(given) {
  if (given.status === 401 && window.parent !== window) {
    const words = token ? "口令不对或已失效，请在编辑器的设置里重新填写。" : "需要口令才能审查，请在编辑器的设置里填写。";
    return new Fault(words, "no_token", 401);
  }
  if (given.status === 401) {
    location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`);
  }
  const said = await given.json().catch(() => null);
  const words = said?.error?.message ?? `这一步没有完成（代码 ${given.status}）。请再试一次。`;
  return new Fault(words, said?.error?.code ?? "unknown", given.status);
}

/** Follows a job: `told(job)` for every step; resolves with its last state. Asks now and then where SSE is cut. */
export function follow(id, told) {
  return new Promise((resolve, reject) => {
    const source = new EventSource(`/api/v1/jobs/${id}/events`);
    let over = false;
    const finish = (job) => {
      if (over) return;
      over = true;
      source.close();
      clearInterval(timer);
      resolve(job);
    };
    const look = async () => {
      try {
        const job = await get(`/jobs/${id}`);
        if (over) return;
        told(job);
        if (settled(job)) finish(job);
      } catch (fault) {
        if (fault.status !== 404 || over) return;
        over = true;
        source.close();
        clearInterval(timer);
        reject(fault);
      }
    };
    const timer = setInterval(look, 2000);
    source.addEventListener("progress", (event) => {
      const job = JSON.parse(event.data);
      told(job);
      if (settled(job)) finish(job);
    });
    source.addEventListener("end", look);
    look();
  });
}

const settled = (job) => ["done", "failed", "cancelled"].includes(job.state);
