import { paths } from '../../views/paths'

/** What a desk has acknowledged: a message by its client id, and the file that came with it. */
export type Acknowledged = { id: string; at: number; file?: string }

/** What is in a file of theirs, by its name. */
export const contentOf = (file: string) => `${file}\n`.repeat(400)

const PAUSE_MS = 5
const FILE_EVERY = 4

/** Visitors who write one message after the other to a desk, some with a file, until they are stopped. */
export const startTalking = async (url: string, visitors: number) => {
  const acknowledged: Acknowledged[] = []
  let over = false
  const post = (path: string, body: FormData | URLSearchParams, cookie = '') =>
    fetch(`${url}${path}`, {
      ...{ method: 'POST', redirect: 'manual', body, signal: AbortSignal.timeout(10_000) },
      headers: { 'Sec-Fetch-Site': 'same-origin', 'HX-Request': 'true', Cookie: cookie },
    })
  const begin = async (nth: number) => {
    const form = {
      name: `Vera ${nth}`,
      text: `Is ${nth} in stock?`,
      client_id: `begin-talk-${nth}`,
    }
    const answer = await post(paths.chat.page, new URLSearchParams(form))
    const [cookie = ''] = answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '')
    if (!cookie) throw new Error(`No chat: ${answer.status} ${await answer.text()}`)
    return cookie
  }
  const write = async (cookie: string, visitor: number, nth: number) => {
    const id = `said-by-${visitor}-${nth}`
    const form = new FormData()
    form.set('text', `${id} ${'of all that can be said '.repeat(8)}`)
    form.set('client_id', id)
    const file = nth % FILE_EVERY === 0 ? `note-${visitor}-${nth}.txt` : undefined
    if (file) form.append('file', new File([contentOf(file)], file))
    const path = file ? paths.chat.files : paths.chat.messages
    const at = Date.now()
    const answer = await post(path, form, cookie).catch(() => undefined)
    await answer?.text()
    if (answer?.ok) acknowledged.push({ id, at: Date.now(), ...(file ? { file } : {}) })
    else if (answer && answer.status !== 503) throw new Error(`${id}: ${answer.status}`)
    await Bun.sleep(Math.max(PAUSE_MS, Date.now() - at))
  }
  const cookies: string[] = []
  for (let nth = 0; nth < visitors; nth += 1) cookies.push(await begin(nth))
  const talks = cookies.map(async (cookie, visitor) => {
    for (let nth = 1; !over; nth += 1) await write(cookie, visitor, nth)
  })
  const all = Promise.all(talks)
  all.catch(() => {})
  return {
    acknowledged,
    cookies,
    async stop() {
      over = true
      await all
    },
  }
}
