import { expect, test } from 'bun:test'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startBellhop } from './program'
import { scratchFolder } from './programs'

/** A stand-in for the built program, to test the handle by itself. */
const standIn = (text: string): string => {
  const file = join(scratchFolder(), 'stand-in')
  writeFileSync(file, `#!${process.execPath}\n${text}`)
  chmodSync(file, 0o755)
  return file
}

test('it is ready when /ready says so, and stops when asked', async () => {
  const binary = standIn(`
    const port = Number(process.argv[process.argv.indexOf('--port') + 1])
    let asked = 0
    const fetch = () => new Response('', { status: ++asked > 3 ? 200 : 503 })
    Bun.serve({ port, hostname: '127.0.0.1', fetch })
    process.on('SIGTERM', () => { console.log('closing'); process.exit(0) })
    console.log(process.argv.slice(2).join(' '), process.env.BASE_URL, process.env.REDIS_URL)
  `)
  const desk = await startBellhop({ binary, args: ['--extra'] })
  await desk.ready()
  expect(desk.stdout()).toContain(`--port ${desk.port} --data ${desk.dataDir} --extra`)
  expect(desk.stdout()).toContain(`${desk.url} undefined`)
  expect(await desk.stop()).toBe(0)
  expect(desk.stdout()).toContain('closing')
})

test('one that ends before it is ready says why', async () => {
  const desk = await startBellhop({ binary: standIn('console.error("no room"); process.exit(2)') })
  await expect(desk.ready()).rejects.toThrow('It ended with 2 before it was ready:\nno room')
})
