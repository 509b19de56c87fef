import { expect, test } from 'bun:test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { paths } from '../../views/paths'
import { hasNginx, runNginx } from '../support/nginx'
import { freePort } from '../support/ports'
import { findProgram, scratchFolder, spawnProgram } from '../support/programs'
import { runHere, serveHere } from './terminal'

const config = async (...argv: string[]) => {
  const { code, out, err } = await runHere(['config', ...argv])
  expect([code, err]).toEqual([0, ''])
  return `${out}\n`
}

const guide = await Bun.file(join(import.meta.dir, '../../docs/operating.md')).text()
const inGuide = (language: string) =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1]

test('the guide shows what the command prints', async () => {
  expect(inGuide('nginx')).toBe(await config('nginx'))
  expect(inGuide('ini')).toBe(await config('systemd'))
})

const inNginx = (server: string, folder: string) => {
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/temp/${name};`)
    .join(' ')
  return `daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr warn;
    events {} http { access_log off; ${temp}\n${server} }`
}

test.skipIf(!hasNginx)(
  'nginx set up by it lets streams, sockets and large files through, to one node and to several',
  async () => {
    const upstream = await freePort()
    const node = `127.0.0.1:${upstream}`
    for (const nodes of [[node], [node, `127.0.0.1:${await freePort()}`]]) {
      const flags = nodes.flatMap((one) => ['--node', one])
      const text = (port: number) => config('nginx', '--url', `http://127.0.0.1:${port}`, ...flags)
      const port = await freePort()
      const own = await text(port)
      const running = await runNginx((folder, listen) =>
        inNginx(own.replaceAll(`${port}`, `${listen}`), folder),
      )
      const env = { BASE_URL: running.url, TRUST_PROXY: '127.0.0.1', RATE_FACTOR: '1000' }
      const desk = await serveHere({ port: upstream, env })
      const doctor = await runHere(['doctor', '--data', desk.dataDir, '--url', running.url], {
        env,
      })
      for (const line of ['✓ address', '✓ cookies', '✓ stream', '✓ socket'])
        expect(doctor.out).toContain(line)
      const headers = { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' }
      const start = new URLSearchParams({ text: 'Hello', client_id: 'first-of-all' })
      const began = await fetch(`${running.url}${paths.chat.page}`, {
        ...{ method: 'POST', body: start, headers, redirect: 'manual' },
      })
      const cookie = began.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ')
      const form = new FormData()
      form.set('client_id', 'a-large-file')
      form.append('file', new File(['a line of text\n'.repeat(200_000)], 'large.txt'))
      const sent = await fetch(`${running.url}${paths.chat.files}`, {
        ...{ method: 'POST', body: form, redirect: 'manual' },
        headers: { ...headers, Cookie: cookie },
      })
      expect([303, 200]).toContain(sent.status)
      await desk.stop()
      await running.stop()
    }
  },
  60_000,
)

test.skipIf(findProgram('systemd-analyze') === undefined)(
  'systemd takes the unit as it is',
  async () => {
    const folder = scratchFolder()
    const file = join(folder, 'bellhop.service')
    const unit = await config('systemd', '--url', 'https://chat.example.org')
    // The program and its user are not on this machine.
    writeFileSync(
      file,
      unit.replace('/usr/local/bin/bellhop', '/bin/true').replace(/^User=.*\n/m, ''),
    )
    const verify = spawnProgram('systemd-analyze', ['verify', '--man=no', file])
    await verify.exited
    expect(verify.output()).not.toMatch(/bellhop\.service/)
  },
)

test('compose, Dockerfile and Caddyfile say the same of the desk', async () => {
  const flags = ['--url', 'https://desk.test', '--node', '127.0.0.1:3001']
  const compose = Bun.YAML.parse(await config('compose', ...flags)) as Record<string, never>
  expect(compose).toEqual({
    services: {
      bellhop: {
        ...{ build: '.', restart: 'unless-stopped', stop_grace_period: '20s' },
        ports: ['127.0.0.1:3001:3001'],
        environment: { BASE_URL: 'https://desk.test', TRUST_PROXY: '172.16.0.0/12' },
        ...{ volumes: ['data:/data'], ulimits: { nofile: 65536 } },
      },
    },
    volumes: { data: null },
  } as never)
  const docker = await config('dockerfile', ...flags)
  expect(docker).toContain('ENV DATA_DIR=/data PORT=3001')
  const [, health = ''] = /CMD (\["bash".*\])/.exec(docker) ?? []
  const command = JSON.parse(health) as string[]
  const desk = await serveHere({ env: {} })
  const asked = command.map((word) => word.replace('3001', `${desk.port}`))
  const probe = spawnProgram(asked[0] ?? '', asked.slice(1))
  expect(await probe.exited).toBe(0)
  await desk.stop()
  const gone = spawnProgram(asked[0] ?? '', asked.slice(1))
  expect(await gone.exited).not.toBe(0)
  expect(await config('caddy', ...flags)).toBe(
    'https://desk.test {\n\treverse_proxy 127.0.0.1:3001\n}\n',
  )
})

test('what makes no sense is refused in a sentence', async () => {
  for (const [argv, says] of [
    [['apache'], 'nginx, caddy, systemd, compose, dockerfile'],
    [['nginx', '--url', 'chat.example.org; evil'], '--url must be'],
    [['nginx', '--node', 'a b;c'], '--node must be'],
    [['systemd', '--data', 'relative\nExecStart=x'], '--data must be'],
  ] as const) {
    const { code, err } = await runHere(['config', ...argv])
    expect([code, err]).toEqual([2, expect.stringContaining(says)])
  }
})
