import { expect } from 'bun:test'
import { apart } from '../browser/cut-scene'
import { ana } from '../browser/desk'
import { until } from '../browser/people'
import type { Engine, EnginePage } from './engine'

/** Within which a play ends in any case, ms. */
export const PLAY_MS = 60_000

/** What htmx and a browser say of a stream or a socket that was cut or could not be opened. */
const CUT = /^htmx: htmx:(?:sse|ws):error: | (?:server at|connection to) wss?:/

/**
 * What has to work in every engine: two people talk on a program that dies and comes back in the
 * middle, one of them goes away and back, and it ends with stars. No script may fail, and nothing
 * may break the policy.
 */
export const play = async (launch: () => Promise<Engine>): Promise<void> => {
  const [{ port, crash, close }, engine] = await Promise.all([apart(), launch()])
  const url = `http://127.0.0.1:${port}`
  try {
    const [agent, vera] = [await engine.open(), await engine.open()]
    await signIn(agent, url)
    await ask(vera, url)
    await take(agent)
    await converse(vera, agent)
    await crash(() => writeInVain(vera, agent))
    await arriveOnce(vera, agent)
    await goBack(vera, agent, url)
    await endWithStars(vera, agent)
    for (const page of [agent, vera]) await page.evaluate('null')
    expect(engine.complaints().filter((complaint) => !CUT.test(complaint))).toEqual([])
    await provoke(engine, vera)
  } finally {
    await engine.close()
    await close()
  }
}

const signIn = async (agent: EnginePage, url: string) => {
  await agent.goto(`${url}/sign-in`)
  await agent.type('input[name=email]', ana.email)
  await agent.type('input[name=password]', `${ana.password}\n`)
  await press(agent, '#shift .pill')
  await press(agent, '#shift-menu button[value=away]')
  await until('her status', () => has(agent, '#shift[data-status=away]'), true)
}

const ask = async (vera: EnginePage, url: string) => {
  await vera.goto(`${url}/chat`)
  await vera.type('input[name=name]', 'Vera')
  await vera.type('textarea[name=text]', 'Hello?')
  await press(vera, 'main form.stack button[type=submit]')
  await untilLive(vera)
}

/** The row came to the list by itself. */
const take = async (agent: EnginePage) => {
  await press(agent, '#inbox li a')
  await press(agent, 'form[action$="/claim"] button')
  await until('a composer', () => has(agent, '#composer textarea'), true)
  await untilLive(agent)
}

const converse = async (vera: EnginePage, agent: EnginePage) => {
  for (const text of ['Good morning', 'I am Ana', 'How can I help?']) await write(agent, text)
  await until('all of it', () => said(vera), [
    'Hello?',
    'Good morning',
    'I am Ana',
    'How can I help?',
  ])
  await until('one face under all three', () => faces(vera), ['hidden', 'hidden', 'visible'])
  expect(await focused(agent)).toBe('#composer textarea')
  await write(vera, '我很着急')
  await until('her answer', async () => (await said(agent)).at(-1), '我很着急')
}

const writeInVain = async (vera: EnginePage, agent: EnginePage) => {
  for (const page of [vera, agent]) {
    await until('it to say so', () => has(page, '#connection[data-state=reconnecting]'), true)
    await write(page, page === vera ? 'Are you there?' : 'One moment')
    await until('it to be kept', () => has(page, '[data-pending]'), true)
  }
}

const arriveOnce = async (vera: EnginePage, agent: EnginePage) => {
  for (const page of [vera, agent]) await untilLive(page)
  for (const page of [vera, agent]) {
    await until('all of it', async () => (await said(page)).length, 7)
    await until('nothing to be kept', () => has(page, '[data-pending]'), false)
  }
  const all = await said(vera)
  expect(all.slice(5).toSorted()).toEqual(['Are you there?', 'One moment'])
  expect(await said(agent)).toEqual(all)
}

const goBack = async (vera: EnginePage, agent: EnginePage, url: string) => {
  await vera.goto(`${url}/sign-in`)
  await write(agent, 'Found it!')
  await until('it to be said', () => has(agent, '[data-pending]'), false)
  await vera.back()
  await until('what was said meanwhile', async () => (await said(vera)).slice(7), ['Found it!'])
  await untilLive(vera)
  await write(vera, 'Thanks')
  await until('her answer', async () => (await said(agent)).slice(7), ['Found it!', 'Thanks'])
}

const endWithStars = async (vera: EnginePage, agent: EnginePage) => {
  await press(agent, '.end-chat > button')
  await until('the way out of it', () => focused(agent), '.end-chat .ask .plain')
  await press(agent, '.end-chat .ask button[type=submit]')
  await press(vera, '.rating label:nth-of-type(4)')
  await until('four stars', () => has(vera, '#stars-4'), true)
}

/** That nobody complained means something only where a complaint is heard. */
const provoke = async (engine: Engine, page: EnginePage) => {
  await page.evaluate(`void setTimeout(() => nobody.isHere())`)
  await page.evaluate(`void (new Image().src = 'https://elsewhere.invalid/')`)
  const heard = async () => {
    await page.evaluate('null')
    return ['nobody', 'img-src'].filter((word) => engine.complaints().join().includes(word))
  }
  await until('both to be heard', heard, ['nobody', 'img-src'])
}

const untilLive = (page: EnginePage) =>
  until('it to be live', () => has(page, '#connection[data-state=live]'), true)

const has = (page: EnginePage, selector: string) =>
  page.evaluate(`document.querySelector(${JSON.stringify(selector)}) !== null`)

/** Where keys go: what came meanwhile has not taken them away. */
const focused = (page: EnginePage) =>
  page.evaluate(
    `['#composer textarea', '.end-chat .ask .plain'].find((selector) =>
      document.activeElement.matches(selector)) ?? document.activeElement.tagName`,
  )

/** A click on what there is, or soon will be. */
const press = async (page: EnginePage, selector: string) => {
  const shown = `document.querySelector(${JSON.stringify(selector)})?.checkVisibility() === true`
  await until(selector, () => page.evaluate(shown), true)
  await page.click(selector)
}

const write = (page: EnginePage, text: string) => page.type('#composer textarea', `${text}\n`)

const said = async (page: EnginePage): Promise<unknown[]> => {
  const bodies = `[...document.querySelectorAll('#transcript > [data-kind=said] .body')]`
  const all = await page.evaluate(`${bodies}.map(({ innerText }) => innerText)`)
  return Array.isArray(all) ? all : []
}

const faces = (page: EnginePage) =>
  page.evaluate(
    `[...document.querySelectorAll('#transcript > [data-side=theirs] .avatar')].map(
      (face) => getComputedStyle(face).visibility)`,
  )
