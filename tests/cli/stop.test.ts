import { describe, expect, test } from 'bun:test'
import { spawn } from 'node:child_process'
import { startChat } from '../chaos/people'
import { freePort } from '../support/ports'
import { ownCommand, startBellhop } from '../support/program'
import { scratchFolder, waitFor } from '../support/programs'
import { runHere } from './terminal'

const follow = async (url: string, cookie: string) => {
  const answer = await fetch(`${url}/chat/feed?after=0`, { headers: { Cookie: cookie } })
  let text = ''
  const ended = (async () => {
    for await (const part of answer.body ?? []) text += Buffer.from(part).toString()
  })().catch(() => {})
  await waitFor('the first event', () => text.includes('event: hb'))
  return { text: () => text, ended }
}

describe('a stop', () => {
  test('ends open streams, finishes and exits with 0', async () => {
    const desk = await startBellhop()
    await desk.ready()
    const { cookie } = await startChat(desk.url, {
      name: 'Vera',
      text: 'Is anybody there?',
      clientId: 'client-stop-1',
    })
    const streams = await Promise.all([1, 2, 3].map(() => follow(desk.url, cookie)))
    // A terminal that hangs up is none.
    desk.kill('SIGHUP')
    await Bun.sleep(200)
    await desk.ready()
    const began = performance.now()
    desk.kill('SIGTERM')
    expect(await desk.exited).toBe(0)
    expect(performance.now() - began).toBeLessThan(15_000)
    expect(desk.stdout()).toContain('Bellhop is closed')
    for (const stream of streams) {
      await stream.ended
      // The page is told when to come back.
      expect(stream.text()).toMatch(/event: drain\nretry: \d+/)
    }
  }, 30_000)

  test('a second signal ends it at once', async () => {
    const desk = await startBellhop()
    await desk.ready()
    desk.kill('SIGTERM')
    desk.kill('SIGINT')
    expect(await desk.exited).toBe(1)
  }, 20_000)

  test('a closed output is none', async () => {
    const port = await freePort()
    const [command, ...first] = ownCommand
    const args = [...first, 'serve', '--host', '127.0.0.1', '--port', `${port}`]
    const deaf = spawn(command, [...args, '--data', scratchFolder()], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LOG_LEVEL: 'debug' },
    })
    deaf.stdout?.destroy()
    deaf.stderr?.destroy()
    try {
      const up = async () => (await fetch(`http://127.0.0.1:${port}/ready`)).ok
      await waitFor('the desk nobody listens to', up, 15_000)
      const ended = new Promise((resolve) => deaf.on('exit', resolve))
      deaf.kill('SIGTERM')
      expect(await ended).toBe(0)
    } finally {
      deaf.kill('SIGKILL')
    }
  }, 40_000)
})

test('a port that is taken is told, and nothing is left half open', async () => {
  const desk = await startBellhop()
  await desk.ready()
  const serve = (port: number, dataDir: string) =>
    runHere(['serve', '--host', '127.0.0.1', '--port', `${port}`, '--data', dataDir])
  const second = await serve(desk.port, scratchFolder())
  expect(second.code).toBe(2)
  expect(second.err).toContain(`Port ${desk.port} is in use already`)
  const same = await serve(await freePort(), desk.dataDir)
  expect(same.code).toBe(2)
  expect(same.err).toContain(`in use by process ${desk.pid}`)
  await desk.ready()
  expect(await desk.stop()).toBe(0)
}, 30_000)
