// Loaded into the local Teams client with `node --require`. It asks nobody who they are and listens on all addresses of
// the machine: whoever reaches it acts as the administrator. Where no host is asked for, this machine's own is meant.
'use strict';

const { Server } = require('node:net');

const listen = Server.prototype.listen;

Server.prototype.listen = function (port, ...rest) {
  const isPort = typeof port === 'number' || (typeof port === 'string' && /^\d+$/.test(port));
  return isPort && typeof rest[0] !== 'string'
    ? listen.call(this, Number(port), '127.0.0.1', ...rest.filter((argument) => argument !== undefined))
    : listen.call(this, port, ...rest);
};
