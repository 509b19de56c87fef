import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { rowOf, said, until, untilLive, write } from './people'
import { openTalk, scene, TIME } from './scene'

const seenBy = (page: Page) => page.locator('#transcript [data-seen]').count()
const scrollUp = (page: Page) =>
  page.locator('#scroll').evaluate((element) => element.scrollTo(0, -element.scrollHeight))

/** Of several replies in a row only the last has a face. */
const faces = (page: Page) =>
  page.locator('#transcript > [data-side=theirs]').evaluateAll((all) =>
    all.map((entry) => {
      const face = entry.querySelector('.avatar')
      return [entry.hasAttribute('data-followed'), face && getComputedStyle(face).visibility]
    }),
  )
const ONE_FACE = [...Array(4).fill([true, 'hidden']), [false, 'visible']]

/** Talks long enough that its window cannot hold it. */
const talkAtLength = async (vera: Page, agent: Page) => {
  const texts = Array.from({ length: 5 }, (_, n) => `Line ${n}${'\nof many'.repeat(9)}`)
  for (const text of texts) await write(agent, text)
  await until('all of it', async () => (await said(vera)).length, texts.length + 1)
  await until('all of it at the agent', async () => (await said(agent)).length, texts.length + 1)
}

test.concurrent(
  'what comes while an agent reads further up is unread until they have gone down to it',
  scene(async (desk, cast) => {
    const { agent, vera } = await openTalk(desk, cast)
    await talkAtLength(vera, agent)
    await scrollUp(agent)
    await write(vera, 'And another thing')
    await agent.waitForSelector('#newest:not([hidden])')
    const badge = () => rowOf(agent, 'Vera').locator('.badge [aria-hidden]').allInnerTexts()
    await until('it to be unread', badge, ['1'])
    // Longer than the page waits between two looks at what it shows.
    await agent.waitForTimeout(1_500)
    expect([await seenBy(vera), await badge()]).toEqual([0, ['1']])
    await agent.click('#newest')
    await until('it to be read', badge, [])
    await until('the visitor to know', () => seenBy(vera), 1)
    await until(
      'that it waits for an answer',
      () => rowOf(agent, 'Vera').locator('.unanswered').count(),
      1,
    )
  }),
  TIME,
)

test.concurrent(
  'what comes while a visitor reads further up is not seen, and who closes the page is seen to have left',
  scene(async (desk, cast) => {
    const { agent, vera } = await openTalk(desk, cast)
    await talkAtLength(vera, agent)
    await until('that she has seen it', () => seenBy(agent), 1)
    await until('one face', () => faces(vera), ONE_FACE)
    await vera.reload()
    expect(await faces(vera)).toEqual(ONE_FACE)
    await untilLive(vera)
    await scrollUp(vera)
    await write(agent, 'And another thing')
    await vera.waitForSelector('#newest:not([hidden])')
    await vera.waitForTimeout(1_500)
    expect(await seenBy(agent)).toBe(0)
    await vera.click('#newest')
    await until('that she has seen it', () => seenBy(agent), 1)

    const places = async () => [
      await rowOf(agent, 'Vera').getAttribute('data-page'),
      await agent.locator('#visitor-page').getAttribute('data-page'),
    ]
    await until('her to be there', places, ['open', 'open'])
    await vera.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await until('her to look elsewhere', places, ['hidden', 'hidden'])
    await vera.close()
    await until('her to have left', places, ['gone', 'gone'])
    expect(await agent.locator('#visitor-page').innerText()).toMatch(/Left the page · \d\d:\d\d/)
    // A narrow list has room for what she wrote rather than for where she is.
    await agent.setViewportSize({ width: 760, height: 700 })
    const row = rowOf(agent, 'Vera')
    expect((await row.locator('.preview').boundingBox())?.width).toBeGreaterThan(120)
    expect(await row.locator('.avatar').getAttribute('title')).toStartWith('Left the page · ')
  }),
  TIME,
)
