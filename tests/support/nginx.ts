import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, isOpen } from './ports'
import { findProgram, needProgram, scratchFolder, spawnProgram, waitFor } from './programs'

export const hasNginx = findProgram('nginx') !== undefined

export type TestNginx = { url: string; port: number; pid: number; stop(): Promise<void> }

type Options = { upstream: string; conf?: string; server?: string }

/**
 * An nginx with the settings of Debian's package before an upstream such as
 * `http://127.0.0.1:3000`. `conf` holds more lines for the location, `server` for the server.
 */
export const startNginx = (options: Options): Promise<TestNginx> =>
  runNginx((folder, port) => configuration(folder, port, options))

/** The same with settings of a test's own: for a folder that is its alone, and a port. */
export const runNginx = async (
  settings: (folder: string, port: number) => string,
): Promise<TestNginx> => {
  const port = await freePort()
  const folder = scratchFolder()
  mkdirSync(join(folder, 'temp'))
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, settings(folder, port))
  const program = spawnProgram(needProgram('nginx'), ['-p', folder, '-c', file, '-e', 'stderr'])
  await waitFor('nginx to listen', () => isOpen(port))
  const stop = async () => void (await program.stop())
  return { url: `http://127.0.0.1:${port}`, port, pid: program.pid, stop }
}

const configuration = (
  folder: string,
  port: number,
  { upstream, conf = '', server = '' }: Options,
) => `
# One process, so that ending it leaves nothing behind.
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 768; }
http {
  sendfile on;
  tcp_nopush on;
  types_hash_max_size 2048;
  gzip on;
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/temp/${name};`).join('\n  ')}
  map $http_upgrade $connection_upgrade { default upgrade; '' close; }
  server {
    listen 127.0.0.1:${port};
    ${server}
    location / {
      proxy_pass ${upstream};
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
      ${conf}
    }
  }
}
`
