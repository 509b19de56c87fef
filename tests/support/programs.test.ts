import { expect, test } from 'bun:test'
import { existsSync } from 'node:fs'
import { closeBrowser, hasChromium, openPage } from './chromium'
import { hasNginx, startNginx } from './nginx'
import { isOpen } from './ports'
import { endPrograms, scratchFolder, spawnProgram, waitFor } from './programs'
import { hasRedis, startRedis } from './redis'

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('a program is heard, and tells how it ended', async () => {
  const program = spawnProgram('sh', ['-c', 'cat; echo loud >&2; exit 3'], { input: 'hello\n' })
  expect(await program.exited).toBe(3)
  expect(program.output()).toContain('hello')
  expect(program.output()).toContain('loud')
})

test('one that will not stop is made to', async () => {
  const program = spawnProgram('sh', ['-c', 'trap "" TERM; echo up; while :; do sleep 0.05; done'])
  await waitFor('its trap', () => program.output().includes('up'))
  expect(await program.stop(200)).toBeNull()
})

test('a paused program can be stopped too', async () => {
  const program = spawnProgram('sleep', ['60'])
  program.pause()
  await program.stop()
  expect(isAlive(program.pid)).toBe(false)
})

test('waiting in vain says for what', async () => {
  const never = waitFor('the moon', () => false, 60)
  await expect(never).rejects.toThrow('Waited 60 ms in vain for the moon')
})

test('at the end nothing is left', async () => {
  const program = spawnProgram('sleep', ['60'])
  const folder = scratchFolder()
  endPrograms()
  await program.exited
  expect(isAlive(program.pid)).toBe(false)
  expect(existsSync(folder)).toBe(false)
})

test.skipIf(!hasRedis)('Redis comes back on its port', async () => {
  const redis = await startRedis()
  await redis.kill()
  expect(await isOpen(redis.port)).toBe(false)
  await redis.restart()
  expect(await isOpen(redis.port)).toBe(true)
  await redis.stop()
})

test.skipIf(!hasNginx)('nginx stands before a server', async () => {
  const server = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: () => new Response('behind') })
  const nginx = await startNginx({ upstream: `http://127.0.0.1:${server.port}` })
  expect(await (await fetch(nginx.url)).text()).toBe('behind')
  await nginx.stop()
  await server.stop(true)
})

test.skipIf(!hasChromium)(
  'two people have a browser each',
  async () => {
    const [vera, ana] = await Promise.all([openPage(), openPage({ javaScriptEnabled: false })])
    await vera.page.setContent('<script>document.title = "on"; throw new Error("oh")</script>')
    await ana.page.setContent('<script>document.title = "on"</script>')
    expect([await vera.page.title(), await ana.page.title()]).toEqual(['on', ''])
    expect(vera.errors).toEqual(['oh'])
    await Promise.all([vera.close(), ana.close()])
    await closeBrowser()
  },
  30_000,
)
