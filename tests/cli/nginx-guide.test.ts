import { expect, test } from 'bun:test'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasNginx } from '../support/nginx'
import { freePort, isOpen } from '../support/ports'
import { needProgram, scratchFolder, spawnProgram, waitFor } from '../support/programs'
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
    const [port, upstream] = [await freePort(), await freePort()]
    const folder = scratchFolder()
    mkdirSync(join(folder, 'temp'))
    const file = join(folder, 'nginx.conf')
    writeFileSync(file, configuration(folder, port, upstream))
    const nginx = spawnProgram(needProgram('nginx'), ['-p', folder, '-c', file, '-e', 'stderr'])
    await waitFor('nginx to listen', () => isOpen(port))

    const url = `http://127.0.0.1:${port}`
    const env = { BASE_URL: url, TRUST_PROXY: '127.0.0.1' }
    const desk = await serveHere({ port: upstream, env })
    const doctor = await runHere(['doctor', '--data', desk.dataDir, '--url', url], { env })
    expect(doctor.code).toBe(0)
    for (const line of ['✓ address', '✓ cookies', '✓ stream', '✓ socket'])
      expect(doctor.out).toContain(line)
    await desk.stop()
    await nginx.stop()
  },
  30_000,
)
