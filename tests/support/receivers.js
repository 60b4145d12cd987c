// SPDX-License-Identifier: GPL-3.0-or-later
// Who is told outside, for tests: a receiver of webhooks that checks each signature, and a mail server.
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { createServer as createTcp } from 'node:net';
import { TLSSocket } from 'node:tls';

const listen = (server) =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));

// status: what it answers next.
export class HookReceiver {
  secret = Buffer.from('a secret of at least 24 bytes').toString('base64');
  heard = [];
  status = 204;

  async start() {
    this.server = createHttp((request, response) => this.take(request, response));
    this.url = `http://127.0.0.1:${await listen(this.server)}/anban`;
    return this;
  }
  async take(request, response) {
    let body = '';
    for await (const part of request) body += part;
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = request.headers;
    const own = createHmac('sha256', Buffer.from(this.secret, 'base64')).update(`${id}.${at}.${body}`).digest('base64');
    this.heard.push({ id, isSigned: signature === `v1,${own}`, ...JSON.parse(body) });
    response.writeHead(this.status).end();
  }
  stop() {
    return this.server.close();
  }
}

// knowsTls false: a server that offers none, to which nothing may be said.
export class MailServer {
  mails = [];
  said = [];

  constructor(processes, { knowsTls = true } = {}) {
    this.knowsTls = knowsTls;
    this.certificate = processes.path('mail.pem');
    this.key = processes.path('mail-key.pem');
  }
  async start() {
    const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
    execFileSync('openssl', ['req', ...kind, ...name, '-keyout', this.key, '-out', this.certificate], { stdio: 'ignore' });
    this.server = createTcp((socket) => this.greet(socket));
    this.url = `smtp://127.0.0.1:${await listen(this.server)}`;
    return this;
  }
  greet(socket) {
    socket.write('220 test ESMTP\r\n');
    this.follow(socket, false);
  }
  follow(socket, isSafe) {
    const mail = { lines: null };
    let rest = '';
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      rest += bytes;
      const lines = rest.split('\r\n');
      rest = lines.pop();
      lines.forEach((line) => this.answer(socket, isSafe, mail, line));
    });
  }
  answer(socket, isSafe, mail, line) {
    if (mail.lines) return this.takeLine(socket, mail, line);
    this.said.push(line);
    const [word] = line.toUpperCase().split(/[\s:]/);
    if (word === 'EHLO') return socket.write(`250-test\r\n${this.knowsTls && !isSafe ? '250-STARTTLS\r\n' : ''}250 8BITMIME\r\n`);
    if (word === 'STARTTLS') return this.turnSafe(socket);
    if (word === 'DATA') {
      mail.lines = [];
      return socket.write('354 go on\r\n');
    }
    return socket.write('250 ok\r\n');
  }
  takeLine(socket, mail, line) {
    if (line !== '.') return mail.lines.push(line);
    this.mails.push(mail.lines.join('\n'));
    mail.lines = null;
    return socket.write('250 taken\r\n');
  }
  turnSafe(socket) {
    socket.write('220 go on\r\n');
    socket.removeAllListeners('data');
    const options = { isServer: true, key: readFileSync(this.key), cert: readFileSync(this.certificate) };
    this.follow(new TLSSocket(socket, options), true);
  }
  stop() {
    return this.server.close();
  }
}

// The subject of a mail, put together of its encoded words.
export function subjectOf(mail) {
  const words = [...mail.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g)];
  return words.map(([, code]) => Buffer.from(code, 'base64').toString()).join('');
}
