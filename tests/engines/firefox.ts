import { z } from 'zod'
import { freePort } from '../support/ports'
import { findProgram, needProgram, scratchFolder, spawnProgram, waitFor } from '../support/programs'
import { type Bidi, connectBidi } from './bidi'
import { ENTER, type Engine, type EnginePage } from './engine'

const names = ['firefox-esr', 'firefox'] as const
export const hasFirefox = findProgram(...names) !== undefined

const Context = z.object({ context: z.string() })
const UserContext = z.object({ userContext: z.string() })
const Nodes = z.object({ nodes: z.array(z.object({ sharedId: z.string() })) })
const Evaluated = z.object({
  type: z.string(),
  result: z.object({ value: z.unknown().optional() }).optional(),
  exceptionDetails: z.object({ text: z.string() }).optional(),
})
const Logged = z.object({ level: z.string(), text: z.string().nullable() })

/** How long it may take to start on a busy machine, ms. */
const START_MS = 30_000

/** A Firefox without windows on an empty profile, spoken to in WebDriver BiDi. */
export const launchFirefox = async (): Promise<Engine> => {
  const port = await freePort()
  const profile = scratchFolder()
  const program = spawnProgram(
    needProgram(...names),
    ['--headless', '--no-remote', '--profile', profile, `--remote-debugging-port=${port}`],
    { env: { HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' } },
  )
  await waitFor('Firefox', () => program.output().includes('BiDi listening'), START_MS)
  const complaints: string[] = []
  const bidi = await connectBidi(`ws://127.0.0.1:${port}/session`, (method, params) => {
    if (method !== 'log.entryAdded') return
    const { level, text } = Logged.parse(params)
    if (level === 'error') complaints.push(`${text}`)
  })
  await bidi.call('session.new', { capabilities: {} })
  await bidi.call('session.subscribe', { events: ['log.entryAdded'] })
  return {
    open: () => openTab(bidi),
    complaints: () => complaints,
    async close() {
      bidi.close()
      await program.stop()
    },
  }
}

const openTab = async (bidi: Bidi): Promise<EnginePage> => {
  const { userContext } = UserContext.parse(await bidi.call('browser.createUserContext'))
  const made = await bidi.call('browsingContext.create', { type: 'tab', userContext })
  const { context } = Context.parse(made)
  const evaluate = (expression: string) => evaluateIn(bidi, context, expression)
  const act = (type: string, actions: object[]) => {
    const source = { type, id: type, actions }
    return bidi.call('input.performActions', { context, actions: [source] })
  }
  const click = async (selector: string) => {
    await evaluate(`document.querySelector(${JSON.stringify(selector)}).scrollIntoView()`)
    const locator = { type: 'css', value: selector }
    const found = await bidi.call('browsingContext.locateNodes', { context, locator })
    const origin = { type: 'element', element: Nodes.parse(found).nodes[0] }
    const button = { button: 0 }
    await act('pointer', [
      { type: 'pointerMove', x: 0, y: 0, origin },
      { type: 'pointerDown', ...button },
      { type: 'pointerUp', ...button },
    ])
  }
  return {
    ...{ evaluate, click },
    goto: async (url) =>
      void (await bidi.call('browsingContext.navigate', { context, url, wait: 'complete' })),
    back: async () =>
      void (await bidi.call('browsingContext.traverseHistory', { context, delta: -1 })),
    async type(selector, text) {
      await click(selector)
      const keys = [...text].map((key) => (key === '\n' ? ENTER : key))
      const down = keys.flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ])
      await act('key', down)
    },
  }
}

const evaluateIn = async (bidi: Bidi, context: string, expression: string): Promise<unknown> => {
  const answer = await bidi.call('script.evaluate', {
    expression: `JSON.stringify(${expression})`,
    target: { context },
    awaitPromise: true,
  })
  const { result, exceptionDetails } = Evaluated.parse(answer)
  if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.text}`)
  return typeof result?.value === 'string' ? JSON.parse(result.value) : undefined
}
