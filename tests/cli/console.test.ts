import { expect, test } from 'bun:test'
import { createServer } from 'node:net'
import { consoleToLog } from '../../src/cli/console'
import { openLog } from '../../src/log'
import { freePort } from '../support/ports'
import { startBellhop } from '../support/program'
import { waitFor } from '../support/programs'

test('what a library says is a line of the log', () => {
  const lines: string[] = []
  const other: Pick<Console, 'warn' | 'error'> = { warn() {}, error() {} }
  consoleToLog(
    openLog('warn', (line) => lines.push(line)),
    other,
  )
  other.warn('[WARN] %s does not\nlike it', 'Redis')
  other.error(new Error('no'))
  expect(lines.map((line) => JSON.parse(line).level)).toEqual(['warn', 'error'])
  expect(JSON.parse(lines[0] ?? '').says).toBe('[WARN] Redis does not\nlike it')
})

/** A Redis of the days before users: it knows no HELLO, and warns of a password it has no use for. */
const openOldRedis = async () => {
  const port = await freePort()
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      const asked = bytes.toString()
      const auth = /auth/i.test(asked) && !/hello/i.test(asked)
      socket.write(
        auth
          ? '-ERR Client sent AUTH, but no password is set\r\n'
          : '-ERR unknown command `HELLO`\r\n',
      )
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve())
  })
  return { port, close: () => server.close() }
}

test('of the program, too', async () => {
  const redis = await openOldRedis()
  const env = { REDIS_URL: `redis://:canary@127.0.0.1:${redis.port}` }
  const desk = await startBellhop({ env })
  await waitFor('the warning', () => desk.stdout().includes('a library warns'), 10_000)
  await desk.stop()
  redis.close()
  const lines = desk.stdout().trim().split('\n')
  const others = lines.filter((line) => !line.startsWith('{'))
  expect(others.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
    'Bellhop is open',
    'Set up the',
    'Bellhop is closed',
  ])
  expect(desk.stdout()).not.toContain('canary')
}, 20_000)
