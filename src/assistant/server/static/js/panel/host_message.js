// The adapter over postMessage: the panel in a frame, the editor around it. Both ends are here.
//
// Messages are {jianzheng: 1, call, id, args} from the panel, {jianzheng: 1, id, result} or {jianzheng: 1, id, error:
// {code, message}} back, and {jianzheng: 1, changed: true} whenever the editor's text has changed.

import { AnchorError, METHODS } from "./adapter.js";

const PATIENCE = 8000; // ms

/** A two-way channel with another window; messages of any other window are not heard. `origin` "*": any. */
export function windowPort(other, origin = "*") {
  return {
    post: (message) => other.postMessage(message, origin),
    listen(heard) {
      const take = (event) => {
        if (event.source === other && (origin === "*" || event.origin === origin) && event.data?.jianzheng === 1) heard(event.data);
      };
      addEventListener("message", take);
      return () => removeEventListener("message", take);
    },
  };
}

/** For the panel: an adapter whose every call is answered at the other end of `port`. */
export function createMessageHost(port) {
  const waiting = new Map();
  const told = new Set();
  let last = 0;
  port.listen((message) => {
    if (message.changed) told.forEach((callback) => callback());
    const call = waiting.get(message.id);
    if (!call || message.call) return;
    waiting.delete(message.id);
    clearTimeout(call.timer);
    if (message.error) call.reject(faultOf(message.error));
    else call.resolve(message.result);
  });
  const ask = (call, args) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      const late = () => {
        waiting.delete(id);
        reject(new Error("编辑器没有回应，请重新打开面板。"));
      };
      waiting.set(id, { resolve, reject, timer: setTimeout(late, PATIENCE) });
      port.post({ jianzheng: 1, call, id, args });
    });
  const calls = METHODS.map((name) => [name, (...args) => ask(name, args)]);
  return {
    ...Object.fromEntries(calls),
    onChange(callback) {
      told.add(callback);
      return () => told.delete(callback);
    },
  };
}

function faultOf({ code, message }) {
  return code === "moved" ? new AnchorError(message) : new Error(message);
}

/** For the editor's page: answers the panel's calls with `adapter`. Returns a function that ends this. */
export function serveHost(adapter, port) {
  const stopTelling = adapter.onChange(() => port.post({ jianzheng: 1, changed: true }));
  const stop = port.listen(async ({ call, id, args }) => {
    if (!METHODS.includes(call)) return;
    try {
      port.post({ jianzheng: 1, id, result: (await adapter[call](...args)) ?? null });
    } catch (fault) {
      port.post({ jianzheng: 1, id, error: { code: fault.code ?? "fault", message: fault.message } });
    }
  });
  port.post({ jianzheng: 1, changed: true }); // a panel that asked before this end listened asks again
  return () => {
    stop();
    stopTelling();
  };
}
