// Loaded into the emulator before its own code (node --require). A test process that is killed cannot clean up; but the
// pipe on our standard input then reaches its end on every operating system, and the emulator leaves as after Ctrl+C,
// with its data written. Closing the pipe is also how a fixture stops it on purpose.
'use strict';

const LEAVE_AFTER_MS = 5000;

process.stdin.resume();
process.stdin.once('end', leave);
process.stdin.once('error', leave);

function leave() {
  // Azurite listens for SIGINT but does not exit by itself when kept-alive connections are open.
  process.emit('SIGINT');
  setTimeout(() => process.exit(0), LEAVE_AFTER_MS).unref();
}
