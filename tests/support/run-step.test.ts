import { expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { scratchFolder, waitFor } from './programs'
import { runStep } from './run-step'

const script = (text: string) => ({ name: 'script', tool: ['bun', '-e', text] })

const isAlive = (pid: number) => {
  try {
    // A process that has ended but that nobody has asked after is Z.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

test('a tool passes or fails', async () => {
  const folder = scratchFolder()
  expect(await runStep(script('process.exit(0)'), folder, 5_000)).toMatchObject({
    passed: 1,
    failed: 0,
  })
  expect(await runStep(script('process.exit(3)'), folder, 5_000)).toMatchObject({ failed: 1 })
})

test('a word that names nothing is a failure, and runs nothing', async () => {
  const step = await runStep({ name: 'chatt', files: [] }, scratchFolder(), 5_000)
  expect(step).toMatchObject({ passed: 0, failed: 1, time: 0 })
})

test('a step that hangs is ended with all it started, and counts as a failure', async () => {
  const folder = scratchFolder()
  const hangs = script(`
    const child = Bun.spawn(['sleep', '300'])
    await Bun.write(process.env.TMPDIR + '/pid', String(child.pid))
    await new Promise(() => setInterval(() => {}, 1000))
  `)
  const began = performance.now()
  expect(await runStep(hangs, folder, 1_500)).toMatchObject({ passed: 0, failed: 1 })
  expect(performance.now() - began).toBeLessThan(5_000)
  const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'))
  expect(pid).toBeGreaterThan(0)
  await waitFor('the child to end', () => !isAlive(pid))
})
