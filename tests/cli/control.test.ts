import { afterAll, afterEach, beforeAll, describe, expect, test } from 'bun:test'
import { existsSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { openTestClock } from '../support/clock'
import { scratchFolder, waitFor } from '../support/programs'
import { runHere, type ServedHere, serveHere } from './terminal'

const testClock = openTestClock()
let data: string
let socket: string
beforeAll(async () => {
  data = scratchFolder()
  socket = join(data, 'control.sock')
  expect((await runHere(['migrate', '--data', data])).code).toBe(0)
})

const closes: (() => void)[] = []
afterEach(() => {
  for (const close of closes.splice(0)) close()
})

/** A desk's door that does with a question whatever the test says; answers what it was asked. */
const openDoor = async (hear: (socket: Socket) => void) => {
  const asked: string[] = []
  const server = createServer((one) => {
    one.on('error', () => {})
    one.on('data', (bytes) => {
      asked.push(String(bytes))
      hear(one)
    })
    closes.push(() => one.destroy())
  })
  await new Promise<void>((resolve) => server.listen(socket, resolve))
  closes.push(() => {
    server.close()
    rmSync(socket, { force: true })
  })
  return asked
}

const departments = async () => (await runHere(['department', 'list', '--data', data])).out
const set = () =>
  runHere(['department', 'set', 'Billing', '--data', data], { clock: testClock.clock })
const unknown = 'whether it was done is not known, look with bellhop department list'
const answering = (body: string, head = 'HTTP/1.1 200 OK') =>
  `${head}\r\nContent-Length: ${body.length}\r\n\r\n${body}`

describe('a desk that was asked is not done without', () => {
  test('when it does not answer in time', async () => {
    const asked = await openDoor(() => {})
    let ended = false
    const ran = set().finally(() => {
      ended = true
    })
    await waitFor('the question', () => asked.length > 0)
    await testClock.pass(9_999)
    await Bun.sleep(20)
    expect(ended).toBe(false)
    await testClock.pass(1)
    expect(await ran).toMatchObject({ code: 1, err: `The desk did not answer in time: ${unknown}` })
    expect(asked).toHaveLength(1)
    expect(await departments()).not.toContain('Billing')
  })

  const broken: [how: string, hear: (socket: Socket) => void][] = [
    ['it breaks off', (one) => one.destroy()],
    [
      'it breaks off within its answer',
      (one) => one.end('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"id":'),
    ],
    ['it speaks another language', (one) => one.end('220 mail.example ESMTP\r\n')],
  ]
  test.each(broken)('when %s', async (_, hear) => {
    const asked = await openDoor(hear)
    expect(await set()).toMatchObject({
      code: 1,
      out: '',
      err: `The desk broke off before it answered: ${unknown}`,
    })
    expect(asked).toHaveLength(1)
    expect(await departments()).not.toContain('Billing')
  })

  test.each(['null', '{}', '[]', '<h1>Hello</h1>', '{"id":"billing"}', ''])(
    'when it answers %j',
    async (body) => {
      await openDoor((one) => one.end(answering(body)))
      expect(await set()).toMatchObject({
        code: 1,
        err: `The desk answered in a way that cannot be read: ${unknown}`,
      })
      expect(await departments()).not.toContain('Billing')
    },
  )

  test('when it answers with an error, and about an account it says where to look', async () => {
    await openDoor((one) => one.end(answering('', 'HTTP/1.1 500 Internal Server Error')))
    const who = ['--email', 'ana@desk.test', '--name', 'Ana', '--data', data]
    const ran = await runHere(['agent', 'create', ...who])
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err).toBe(
      'The desk answered with an error (500): whether it was done is not known, look with bellhop agent list',
    )
    expect((await runHere(['agent', 'list', '--data', data])).out).not.toContain('ana@desk.test')
  })

  test('and the doctor says that it hangs', async () => {
    const asked = await openDoor(() => {})
    const ran = runHere(['doctor', '--data', data], { clock: testClock.clock })
    await waitFor('the question', () => asked.length > 0)
    await testClock.pass(10_000)
    const { code, out } = await ran
    expect(code).toBe(1)
    expect(out).toContain('✗ desk     The desk did not answer in time\n')
  })
})

describe('an open desk', () => {
  let desk: ServedHere
  beforeAll(async () => {
    desk = await serveHere()
  })
  afterAll(() => desk.stop())

  test('that fails at a request says so in its log and answers, and nobody does it elsewhere', async () => {
    const answer = await fetch('http://desk/', {
      ...{ unix: join(desk.dataDir, 'control.sock'), method: 'POST', body: '{"do":' },
    })
    expect(answer.status).toBe(500)
    expect(await answer.text()).toBe('')
    expect(desk.said()).toContain('a request of the command line failed')
  })
})

test('where nobody listens it is done here: without a door, and with one left behind', async () => {
  expect(existsSync(socket)).toBe(false)
  expect(await set()).toMatchObject({ code: 0 })
  const killed = Bun.spawn([
    process.execPath,
    '-e',
    `Bun.listen({ unix: ${JSON.stringify(socket)}, socket: { data() {} } }); process.kill(process.pid, 'SIGKILL')`,
  ])
  await killed.exited
  expect(existsSync(socket)).toBe(true)
  const renamed = ['department', 'rename', 'Billing', 'Invoices', '--data', data]
  expect(await runHere(renamed)).toMatchObject({ code: 0 })
  expect(await departments()).toContain('Invoices')
})
