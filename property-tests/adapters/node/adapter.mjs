// An adapter for the AbortController and AbortSignal of Node. A context is a signal. If it can be cancelled, it also has
// a controller and is linked to its parent by AbortSignal.any([parent, controller.signal]).
import { createInterface } from 'node:readline';

const introduction = {
  protocol: 1,
  name: 'AbortSignal',
  language: `node ${process.version}`,
  capabilities: ['CAUSES', 'DEFAULT_CAUSE', 'CALLBACKS', 'INLINE_CALLBACKS', 'CALLBACK_ORDER', 'EAGER'],
  // A chain of n signals costs more than n * n, since each signal keeps the sources of all signals above it.
  deepest: 200,
  linking: 'AbortSignal.any([parent, controller.signal])',
  differs: {
    CALLBACK_4: 'DOM standard, interface AbortSignal: the abort event is fired only when the signal is aborted; '
      + 'code that registers a listener later has to check the aborted flag',
    CALLBACK_11: 'DOM standard, interface EventTarget: a listener that is already registered is not added again',
  },
};

// The state of the program that runs: all that its steps have made.
class Program {
  contexts = [{ signal: new AbortController().signal }];
  causes = new Map();
  reasons = new Map();
  callbacks = new Map();
  removals = [];
  ran = [];
  inStep = false;

  step({ step, context, cause, count, registration, callback }) {
    const parent = this.contexts[context]?.signal;
    switch (step) {
      case 'background': this.contexts.push({ signal: new AbortController().signal }); break;
      case 'withCancel': this.derive(parent); break;
      case 'fan': for (let i = 0; i < count; i++) this.derive(parent); break;
      case 'chain': for (let i = 0, above = parent; i < count; i++) above = this.derive(above); break;
      case 'cancel': this.contexts[context].controller.abort(this.cause(cause)); break;
      case 'afterFunc': this.register(parent, callback); break;
      case 'stop': this.removals[registration](); break;
    }
  }

  // Makes a child that can be cancelled.
  derive(parent) {
    const controller = new AbortController();
    const signal = AbortSignal.any([parent, controller.signal]);
    this.contexts.push({ signal, controller });
    return signal;
  }

  // Returns the error with this label. The label null stands for undefined: abort() then makes a reason of its own.
  cause(label) {
    if (label === undefined || label === 'null') return undefined;
    if (!this.causes.has(label)) this.causes.set(label, new Error(label));
    return this.causes.get(label);
  }

  // Registers the function with this number: the same function whenever the number is the same.
  register(signal, number) {
    if (!this.callbacks.has(number)) {
      this.callbacks.set(number, () => this.ran.push(
        { callback: number, done: signal.aborted, err: signal.reason !== undefined, inline: this.inStep }));
    }
    const callback = this.callbacks.get(number);
    signal.addEventListener('abort', callback);
    this.removals.push(() => signal.removeEventListener('abort', callback));
  }

  done(look) {
    return look.filter((i) => this.contexts[i].signal.aborted);
  }

  // The error of a signal is its reason, which throwIfAborted throws. Reasons are numbered as they are first seen.
  read(i) {
    const { reason } = this.contexts[i].signal;
    if (reason === undefined) return {};
    if (!this.reasons.has(reason)) this.reasons.set(reason, `reason ${this.reasons.size}`);
    const given = [...this.causes].find(([, cause]) => cause === reason);
    return { err: this.reasons.get(reason), cause: given ? given[0] : 'err' };
  }

  async answer(request) {
    const answer = { id: request.id };
    this.inStep = true;
    try {
      this.step(request);
    } catch (thrown) {
      answer.threw = String(thrown);
    }
    this.inStep = false;
    answer.atOnce = this.done(request.look);
    await new Promise(setImmediate); // Lets everything run that is due.
    answer.done = this.done(request.look);
    answer.contexts = request.read.map((i) => this.read(i));
    answer.ran = this.ran.splice(0);
    return answer;
  }
}

let program;
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  if (request.step === 'begin') program = new Program();
  const answer = request.step === 'hello' ? introduction : await program.answer(request);
  process.stdout.write(JSON.stringify(answer) + '\n');
}
