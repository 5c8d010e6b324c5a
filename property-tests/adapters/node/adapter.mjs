// An adapter for the AbortController and AbortSignal of Node. A context is a signal; what can be cancelled has a
// controller beside it, and is linked to its parent by AbortSignal.any([parent, controller.signal]).
import { createInterface } from 'node:readline';

const introduction = {
  protocol: 1,
  name: 'AbortSignal',
  language: `node ${process.version}`,
  capabilities: ['CAUSES', 'DEFAULT_CAUSE', 'CALLBACKS', 'INLINE_CALLBACKS', 'CALLBACK_ORDER', 'EAGER'],
  // A chain of n signals linked by AbortSignal.any costs more than n * n: each keeps all sources of those above it.
  deepest: 200,
  linking: 'AbortSignal.any([parent, controller.signal])',
  differs: {
    CALLBACK_4: 'DOM standard, interface AbortSignal: the abort event is fired when the signal is aborted, and at no '
      + 'other time; whoever comes later has to look at the aborted flag',
    CALLBACK_11: 'DOM standard, interface EventTarget: a listener that is there already is not added again',
  },
};

class Program {
  contexts = [{ signal: new AbortController().signal }];
  causes = new Map();
  reasons = new Map();
  callbacks = new Map();
  registrations = [];
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
      case 'afterFunc': this.listen(parent, callback); break;
      case 'stop': this.registrations[registration](); break;
    }
  }

  derive(parent) {
    const controller = new AbortController();
    const signal = AbortSignal.any([parent, controller.signal]);
    this.contexts.push({ signal, controller });
    return signal;
  }

  // A cause that is null is none: undefined, as if the argument were left out.
  cause(label) {
    if (label === undefined || label === 'null') return undefined;
    if (!this.causes.has(label)) this.causes.set(label, new Error(label));
    return this.causes.get(label);
  }

  listen(signal, number) {
    if (!this.callbacks.has(number)) {
      this.callbacks.set(number, () => this.ran.push(
        { callback: number, done: signal.aborted, err: signal.reason !== undefined, inline: this.inStep }));
    }
    const callback = this.callbacks.get(number);
    signal.addEventListener('abort', callback);
    this.registrations.push(() => signal.removeEventListener('abort', callback));
  }

  done(look) {
    return look.filter((i) => this.contexts[i].signal.aborted);
  }

  // The error of a signal is its reason: what throwIfAborted throws. Reasons are named in the order they are seen.
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
    await new Promise(setImmediate);
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
