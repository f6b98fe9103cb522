// Loaded into the storage emulator and the local Teams client with `node --require`. The emulator rewrites its file
// every five seconds, so it must be stopped in order, and on Windows there is no signal to ask for that: the end of its
// standard input does. The pipe also ends when the process that holds it is killed. The client has nothing to save.
'use strict';

function stop() {
  if (!process.emit('message', 'shutdown')) {
    process.exit(0); // Not started yet: nothing to save.
  }
}

process.stdin.on('end', stop).on('error', stop).resume();
process.once('SIGTERM', stop);

// Ctrl+C and the closing of a terminal reach every process in it; storage has to outlive those that still write to it.
process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});
process.on('newListener', (event, listener) => {
  if (event === 'SIGINT') {
    setImmediate(() => process.off(event, listener));
  }
});

// Nobody reads the output of an orphan; saving matters more.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});
