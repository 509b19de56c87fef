import { Database } from 'bun:sqlite'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Visit } from '../support/chromium'
import { startBellhop } from '../support/program'
import { ana, openTestDesk } from './desk'
import { openBench, openChat, openRow, untilLive } from './people'
import { type Network, openProxy } from './proxy'

/** A talk between Vera and Ana under way, each behind a network of her own. */
export type CutTalk = {
  /** The desk's own. */
  port: number
  veras: Network
  anas: Network
  vera: Page
  agent: Page
  /** Everything said that the database holds, in order. */
  stored(): Line[]
}
export type Line = [seq: number, text: string]

/** Ends the program as a power cut does, and starts it again on the same data. */
type Crash = (during: () => Promise<void>) => Promise<void>
type Served = { port: number; dataDir: string; crash: Crash; close(): Promise<unknown> }

export const cutScene =
  (
    play: (talk: CutTalk, crash: Crash) => Promise<void>,
    serve: () => Promise<Served> = here,
  ): (() => Promise<void>) =>
  async () => {
    const { port, dataDir, crash, close } = await serve()
    const [veras, anas] = [await openProxy(port), await openProxy(port)]
    const visits: Visit[] = []
    try {
      visits.push(await openBench(anas.url, ana, { status: 'ready' }))
      visits.push(await openChat(veras.url, { name: 'Vera', text: 'Hello?' }))
      const [agent, vera] = visits.map(({ page }) => page) as [Page, Page]
      await openRow(agent, 'Vera')
      await untilLive(vera)
      await play({ port, veras, anas, vera, agent, stored: () => linesIn(dataDir) }, crash)
    } finally {
      await Promise.all(visits.map((visit) => visit.close()))
      await Promise.all([veras.close(), anas.close()])
      await close()
    }
  }

const here = async (): Promise<Served> => {
  const desk = await openTestDesk({ anyway: true })
  await desk.hire(ana)
  const crash = () => Promise.reject(new Error('This process cannot be crashed: use apart'))
  return { port: desk.port, dataDir: desk.dataDir, crash, close: desk.close }
}

/** In a process of its own, which can be killed. */
export const apart = async (): Promise<Served> => {
  const prepared = await openTestDesk()
  await prepared.hire(ana)
  await prepared.close()
  const { port, dataDir } = prepared
  const start = () => startBellhop({ dataDir, port, env: { BASE_URL: '', LOG_LEVEL: 'warn' } })
  let program = await start()
  await program.ready()
  return {
    ...{ port, dataDir, close: () => program.stop() },
    async crash(during) {
      program.kill('SIGKILL')
      await program.exited
      await during()
      program = await start()
      await program.ready()
    },
  }
}

const linesIn = (dataDir: string): Line[] => {
  const db = new Database(join(dataDir, 'bellhop.db'), { readonly: true })
  try {
    return db
      .query<{ seq: number; text: string }, []>(
        `SELECT seq, text FROM entries WHERE json_extract(body, '$.kind') = 'text' ORDER BY seq`,
      )
      .all()
      .map(({ seq, text }) => [seq, text])
  } finally {
    db.close()
  }
}

/** What a page shows of it. A bubble that is still on its way has no seq: 0. */
export const linesOn = (page: Page): Promise<Line[]> =>
  page
    .locator('#transcript > [data-kind=said]')
    .evaluateAll((all) =>
      all.map((entry) => [
        Number(entry.getAttribute('data-seq')),
        entry.querySelector('.body')?.textContent ?? '',
      ]),
    )
