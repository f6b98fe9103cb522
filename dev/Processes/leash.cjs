// Runs a command that knows nothing of its parent: node leash.cjs COMMAND ARGUMENTS. When standard input ends, because
// the parent closed it or is gone, the command and everything it started are stopped. Passes the exit code on.
'use strict';

const { spawn, spawnSync } = require('node:child_process');

const windows = process.platform === 'win32';
const [command, ...args] = process.argv.slice(2);
// A group of its own can be stopped as a whole, and the terminal's Ctrl+C leaves the decision to the parent.
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: !windows, windowsHide: true });

function stopAll(signal) {
  if (child.pid === undefined) {
    return;
  }

  if (windows) {
    if (child.exitCode === null) {
      spawnSync('taskkill', ['/PID', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    }
    return;
  }

  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is already empty.
  }
}

function stop() {
  stopAll('SIGTERM');
  setTimeout(() => stopAll('SIGKILL'), 3000);
}

process.stdin.on('end', stop).on('error', stop).resume();
for (const signal of ['SIGINT', 'SIGHUP']) {
  process.on(signal, () => {});
}
process.once('SIGTERM', stop);

child.on('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
child.on('exit', (code) => {
  stopAll('SIGKILL');
  process.exit(code ?? 1);
});
