import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { hasNginx, runNginx } from '../support/nginx'
import { freePort } from '../support/ports'
import { runHere, serveHere } from './terminal'

const guide = await Bun.file(join(import.meta.dir, '../../docs/operating.md')).text()

/** The guide's own words, with this machine's ports and without the certificate. */
const configuration = (folder: string, port: number, upstream: number) => {
  const [, words = ''] = /```nginx\n([\s\S]*?)```/.exec(guide) ?? []
  const server = words
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace(/ *ssl_\w+ .*;\n/g, '')
    .replace('127.0.0.1:3000', `127.0.0.1:${upstream}`)
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/temp/${name};`)
    .join(' ')
  return `daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr warn;
    events {} http { access_log off; ${temp}\n${server} }`
}

test.skipIf(!hasNginx)(
  'nginx as the guide sets it up lets everything through',
  async () => {
    const upstream = await freePort()
    const nginx = await runNginx((folder, port) => configuration(folder, port, upstream))
    const { url } = nginx
    const env = { BASE_URL: url, TRUST_PROXY: '127.0.0.1' }
    const desk = await serveHere({ port: upstream, env })
    const doctor = await runHere(['doctor', '--data', desk.dataDir, '--url', url], { env })
    // Nobody has an account at it, and nothing else is wrong.
    expect(doctor.out.match(/^✗ \w+/gm)).toEqual(['✗ accounts', '✗ agents'])
    for (const line of ['✓ address', '✓ cookies', '✓ stream', '✓ socket'])
      expect(doctor.out).toContain(line)
    await desk.stop()
    await nginx.stop()
  },
  30_000,
)
