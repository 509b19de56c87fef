import { expect, test } from 'bun:test'
import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { ask } from '../chaos/ask'
import { conversationsOn, jar, startChat } from '../chaos/people'
import { bareShell, buildBellhop } from '../support/build'
import { startBellhop } from '../support/program'
import { scratchFolder, waitFor } from '../support/programs'

// A whole run has built it already, in the same way.
const binary = process.env.BELLHOP_BUILT ?? (await buildBellhop(scratchFolder()))
const empty = () => scratchFolder()

test('a build leaves one file', () => {
  expect(readdirSync(dirname(binary))).toEqual(['bellhop'])
})

test('in an empty folder it serves everything it needs out of itself', async () => {
  const cwd = empty()
  const began = performance.now()
  const desk = await startBellhop({ binary, cwd })
  await desk.ready()
  // Two seconds on a machine of its own; this one runs other tests too.
  expect(performance.now() - began).toBeLessThan(5_000)
  expect(readdirSync(cwd)).toEqual([])
  const { text } = await ask(`${desk.url}/chat`)
  const files = new Set([...text.matchAll(/\/static\/[\w.-]+/g)].map(([path]) => path))
  expect(files.size).toBeGreaterThan(1)
  for (const path of [...files, '/static/visitor.js', '/static/desk.js']) {
    const answer = await fetch(`${desk.url}${path}`)
    expect([path, answer.status]).toEqual([path, 200])
    expect((await answer.bytes()).length).toBeGreaterThan(100)
  }
  expect(await desk.stop()).toBe(0)
}, 30_000)

test('from the first start to the first answer, through the link it prints', async () => {
  const desk = await startBellhop({ binary, cwd: empty() })
  await desk.ready()
  const link = await waitFor('the link', () => /first admin: (\S+)/.exec(desk.stdout())?.[1])
  expect((await ask(link)).status).toBe(200)
  const token = new URL(link).searchParams.get('token') ?? ''
  const olga = { name: 'Olga', email: 'olga@desk.test', password: 'a bell for every guest' }
  const installed = await ask(`${desk.url}/install`, { form: { token, ...olga }, within: 5_000 })
  expect(installed.location).toBe('/office/first-steps')
  expect((await ask(link)).status).toBe(404)
  const cookie = jar(...installed.cookies)
  const act = (path: string, form: Record<string, string>) =>
    ask(`${desk.url}${path}`, { cookie, form })
  expect((await act('/workbench/status', { status: 'ready' })).status).toBeLessThan(400)
  const vera = await startChat(desk.url, {
    name: 'Vera',
    text: 'Is anybody there?',
    clientId: 'client-first-1',
  })
  const id = await waitFor('the chat', async () => {
    const bench = await ask(`${desk.url}/workbench`, { cookie })
    return conversationsOn(bench.text)[0]
  })
  const reply = { text: 'I am, Vera.', client_id: 'client-first-2' }
  const answered = () => act(`/workbench/conversations/${id}/messages`, reply)
  await waitFor('the answer', async () => (await answered()).status < 400)
  const page = await ask(`${desk.url}/chat`, { cookie: vera.cookie })
  expect(page.text).toContain('I am, Vera.')
  expect(await desk.stop()).toBe(0)
}, 30_000)

test('a message survives kill -9 and a restart', async () => {
  const desk = await startBellhop({ binary, cwd: empty() })
  await desk.ready()
  const { cookie } = await startChat(desk.url, {
    name: 'Vera',
    text: 'Is this kept?',
    clientId: 'client-kept-1',
  })
  const said = await ask(`${desk.url}/chat/messages`, {
    cookie,
    form: { text: 'And this?', client_id: 'client-kept-2' },
  })
  desk.kill('SIGKILL')
  expect(said.status).toBeLessThan(400)
  await desk.exited

  const again = await startBellhop({ binary, cwd: empty(), dataDir: desk.dataDir })
  await again.ready()
  const page = await ask(`${again.url}/chat`, { cookie })
  const count = (text: string) => page.text.split(`id="e-${text}"`).length - 1
  expect(page.text).toContain('Is this kept?')
  expect(page.text).toContain('And this?')
  expect([count('client-kept-1'), count('client-kept-2')]).toEqual([1, 1])
  expect(await again.stop()).toBe(0)
}, 30_000)

test('its other commands need nothing else either', async () => {
  const cwd = empty()
  const version = await bareShell(`${binary} --version`, cwd)
  expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/)
  expect((await bareShell(`${binary} migrate --dry-run`, cwd)).out).toStartWith('Would run: 0000_')
  expect((await bareShell(`${binary} migrate`, cwd)).out).toStartWith('Done: 0000_')
  const elsewhere = empty()
  const lost = await bareShell(`${binary} agent create --email ana@desk.test --name Ana`, elsewhere)
  expect(lost.code).toBe(2)
  expect(lost.err).toBe(
    `There is no desk in ${elsewhere}/data: bellhop serve makes one, and --data or DATA_DIR names another folder\n`,
  )
  expect(readdirSync(elsewhere)).toEqual([])
  const made = await bareShell(
    `echo 'a bell for every guest' |
     ${binary} admin create --email olga@desk.test --name Olga --password-stdin`,
    cwd,
  )
  expect(made.out).toContain('Olga can sign in as olga@desk.test')
  expect((await bareShell(`${binary} replay --all`, cwd)).err).toContain('0 different')
  const doctor = await bareShell(`${binary} doctor`, cwd)
  expect(doctor.out).not.toContain('✗')
  expect(doctor.code).toBe(0)
  const bad = await bareShell(`PORT=abc ${binary} serve`, cwd)
  expect(bad.code).toBe(2)
  expect(bad.err).toBe('PORT must be a number from 1 to 65535 (got "abc")\n')
}, 60_000)
