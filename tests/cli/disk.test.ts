import { afterEach, describe, expect, test } from 'bun:test'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from '../chaos/ask'
import { jar, startChat } from '../chaos/people'
import { runBellhop, startBellhop } from '../support/program'
import { waitFor } from '../support/programs'
import { canMount, mountDisk, type SmallDisk } from '../support/small-disk'
import { ana, refusal, SECRET, serve } from './refusal'
import { runHere, serveHere } from './terminal'

const FULL = 'the disk is full'

describe.skipIf(!canMount)('a fault of the disk is told as what it is', () => {
  const disks: SmallDisk[] = []
  afterEach(() => {
    for (const disk of disks.splice(0)) disk.end()
  })
  const small = (options = 'size=8m') => {
    const disk = mountDisk(options)
    disks.push(disk)
    return { ...disk, data: join(disk.path, 'data') }
  }

  test('full before there is a desk: nothing is left, and with room it opens', async () => {
    const { path, data, fill } = small()
    fill()
    const told = refusal(await serve(data), FULL)
    expect(told).toStartWith('DATA_DIR cannot be written: ')
    expect(told).toContain('make room')
    expect(readdirSync(path)).toEqual(['ballast'])
    refusal(await runHere(['agent', 'create', ...ana, '--data', path]), FULL)
    expect(readdirSync(path)).toEqual(['ballast'])
    rmSync(join(path, 'ballast'))
    expect((await serve(data)).code).toBe(0)
    expect(readFileSync(join(data, 'secret'), 'utf8').trim().length).toBeGreaterThanOrEqual(43)
  })

  test('full but for a little, that is enough for a secret and not for a database', async () => {
    const { path, data, fill } = small()
    writeFileSync(join(path, 'spare'), Buffer.alloc(40_960, 1))
    fill()
    rmSync(join(path, 'spare'))
    refusal(await serve(data), FULL)
    refusal(await serve(join(path, 'within/data')), FULL)
    expect(readdirSync(path)).toEqual(['ballast'])
    rmSync(join(path, 'ballast'))
    expect((await serve(data)).code).toBe(0)
  })

  test('full while it is open: commands hear it, and the log is told once of all that is refused', async () => {
    const { path, data, fill } = small()
    const desk = await serveHere({ dataDir: data, env: { RATE_FACTOR: '1000' } })
    fill()
    const { cookies } = await ask(`${desk.url}/chat`)
    let refused = 0
    for (let n = 0; n < 60 && refused < 5; n += 1) {
      const form = { name: 'Vera', text: 'Is this kept?'.repeat(90), client_id: `client-full-${n}` }
      const { status } = await ask(`${desk.url}/chat`, { cookie: jar(...cookies), form })
      if (status === 507) refused += 1
    }
    expect(refused).toBe(5)
    const told = refusal(await runHere(['agent', 'create', ...ana, '--data', data]), FULL)
    expect(told).toMatch(/^DATA_DIR cannot be written: .* make room, then try again$/)
    const warned = () =>
      desk
        .said()
        .split('\n')
        .filter((line) => /"level":"(warn|error)"/.test(line))
    expect(warned()).toEqual([
      expect.stringContaining('"the store cannot answer","problem":"the disk is full'),
    ])
    expect(warned().join()).not.toContain('stack')
    rmSync(join(path, 'ballast'))
    expect((await runHere(['agent', 'create', ...ana, '--data', data])).code).toBe(0)
    expect(await desk.stop()).toBe(0)
    expect(warned()).toHaveLength(1)
  }, 20_000)

  test('full after a stop, and after a desk was killed: nothing is lost', async () => {
    const { path, data, fill } = small()
    expect((await serve(data)).code).toBe(0)
    fill()
    refusal(await serve(data), FULL)
    rmSync(join(path, 'ballast'))

    const desk = await startBellhop({ dataDir: data })
    await desk.ready()
    const vera = { name: 'Vera', text: 'Is this kept?', clientId: 'client-full-1' }
    const { cookie } = await startChat(desk.url, vera)
    desk.kill('SIGKILL')
    await desk.exited
    fill()
    expect(refusal(await serve(data), FULL)).not.toContain('in use')
    rmSync(join(path, 'ballast'))

    const again = await startBellhop({ dataDir: data, port: desk.port })
    await again.ready()
    expect((await ask(`${again.url}/chat`, { cookie })).text).toContain('Is this kept?')
    expect(await again.stop()).toBe(0)
  }, 40_000)

  test('full while it runs: it is not ready, and is again once there is room', async () => {
    const { path, data, fill } = small()
    const desk = await startBellhop({ dataDir: data })
    await desk.ready()
    const readiness = async () => {
      const answer = await fetch(`${desk.url}/ready`)
      return { status: answer.status, ...(await answer.json()) }
    }
    let asked = 0
    const startAnother = async () => {
      asked += 1
      const vera = { name: 'Vera', text: 'Is there room?', clientId: `client-room-${asked}` }
      return (await startChat(desk.url, vera)).status
    }
    fill()
    // Its log may have some room left of its own.
    await waitFor('the disk to be full', async () => (await startAnother()) === 507)
    expect(await readiness()).toMatchObject({
      ...{ status: 503, ready: false, store: 'down', reason: 'The disk is full' },
    })
    // Who reads is answered, and the process lives.
    expect((await ask(`${desk.url}/chat`)).status).toBe(200)
    expect((await fetch(`${desk.url}/up`)).status).toBe(200)
    rmSync(join(path, 'ballast'))
    // Nobody writes meanwhile: whoever asks finds out.
    await waitFor('the desk to be ready', async () => (await readiness()).status === 200)
    expect(await startAnother()).toBeLessThan(400)
    expect(await desk.stop()).toBe(0)
  }, 30_000)

  test('without inodes', async () => {
    const { path, data } = small('size=8m,nr_inodes=40')
    const files = Array.from({ length: 40 }, (_, n) => join(path, `file-${n}`))
    const fillUp = () => {
      for (const file of files) {
        try {
          writeFileSync(file, '')
        } catch {
          return
        }
      }
    }
    fillUp()
    refusal(await serve(data), 'no inodes left')
    expect(existsSync(data)).toBe(false)
    for (const file of files) rmSync(file, { force: true })
    expect((await serve(data)).code).toBe(0)
    fillUp()
    refusal(await serve(data), 'no inodes left')
    for (const file of files) rmSync(file, { force: true })
    expect((await serve(data)).code).toBe(0)
  })

  test.each([
    ...[2, 3, 4, 5].map((inodes) => [`size=8m,nr_inodes=${inodes}`, 'no inodes left'] as const),
    ...[4, 16, 64, 256].map((room) => [`size=${room}k`, FULL] as const),
  ])('too little for a first start, %s: it says of what, and leaves nothing', async (how, says) => {
    const { path, data } = small(how)
    expect(refusal(await serve(data), says)).not.toContain('is not there')
    if (how.startsWith('size=8m')) refusal(await serve(join(data, 'deep/er')), says)
    refusal(await runHere(['migrate', '--data', data]), says)
    expect(readdirSync(path)).toEqual([])
  })

  test('without inodes, looked over', async () => {
    const { path, data } = small('size=8m,nr_inodes=9')
    expect((await runHere(['migrate', '--data', data])).code).toBe(0)
    for (const name of ['one', 'two', 'three']) writeFileSync(join(path, name), '')
    const { said } = await runHere(['doctor', '--data', data])
    expect(said).toMatch(/✗ disk +\d inodes left for \S+\/data, whatever the room\n +Remove files/)
  })

  test('read-only', async () => {
    const { data, remount } = small()
    // By a process that has ended: a disk where a file is open cannot be made read-only.
    expect(await runBellhop(['migrate', '--data', data]).exited).toBe(0)
    const before = readdirSync(data)
    remount('ro')
    const told = 'read-only file system'
    refusal(await serve(data, { SECRET }), told)
    refusal(await serve(join(data, 'another')), told)
    refusal(await runHere(['agent', 'create', ...ana, '--data', data]), told)
    expect(readdirSync(data)).toEqual(before)
    remount('rw')
    expect((await serve(data)).code).toBe(0)
  })
})
