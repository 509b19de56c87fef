import { join } from 'node:path'
import { ask } from '../../chaos/ask'
import { scratchFolder } from '../../support/programs'
import { compare } from '../compare'
import { generate } from '../generator'
import { type Bench, inTurn, type Yardstick } from '../measure'
import { deskWith, open, startChats } from '../ours'
import { startFloor } from '../variants'
import { paceOf, perSecond } from './flat-out'

const MESSAGES = 30
const texts = Array.from(
  { length: MESSAGES },
  (_, nth) => `Message ${nth + 101} of this page & its text`,
)

/** The visitor's page with thirty messages. */
export const p9: Yardstick = {
  id: 'P9',
  measure: async (bench) => {
    const page = { html: '' }
    const results = await inTurn(bench, {
      ours: () => loadOurs(bench, page),
      floor: () => loadFloor(bench, page),
    })
    const about = {
      ...{ id: 'P9', what: '/chat with 30 messages ÷ template in bare Hono', unit: 'pages/s' },
      bar: { is: 'at least', goal: 0.6, first: 0.35 } as const,
      figure: perSecond,
      note: `${page.html.length} bytes a page; both read the messages from SQLite`,
    }
    return [compare(about, results.ours, results.floor)]
  },
}

const load = (bench: Bench, at: { port: number; pid: number }, cookie: string) =>
  generate({
    ...{ do: 'pages', port: at.port, path: '/chat', cookie, inFlight: 16, pids: [at.pid] },
    ...paceOf(bench),
  })

const loadOurs = async (bench: Bench, page: { html: string }) => {
  const program = await open({ dataDir: await deskWith(0) })
  try {
    const [cookie = ''] = await startChats(program.url, 1)
    for (const [nth, text] of texts.entries())
      await ask(`${program.url}/chat/messages`, {
        ...{ cookie, form: { text, client_id: `message-${nth}` } },
      })
    page.html = (await ask(`${program.url}/chat`, { cookie })).text
    return await load(bench, program, cookie)
  } finally {
    await program.stop(20_000)
  }
}

/** The floor sends the page that ours has just sent. */
const loadFloor = async (bench: Bench, page: { html: string }) => {
  const folder = scratchFolder()
  const [PAGE, TEXTS] = [join(folder, 'page.html'), join(folder, 'texts.json')]
  await Bun.write(PAGE, page.html)
  await Bun.write(TEXTS, JSON.stringify(texts))
  const floor = await startFloor({ file: 'page.ts', env: { PAGE, TEXTS } })
  try {
    return await load(bench, floor, '')
  } finally {
    await floor.stop()
  }
}
