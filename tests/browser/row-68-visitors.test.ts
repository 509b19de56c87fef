import { test } from 'bun:test'
import { ana } from './desk'
import { openAt, until } from './people'
import { scene, TIME } from './scene'

test.concurrent(
  'who is on the site is seen, invited on their page alone, and their no is seen',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    const agent = await cast.agent(ana, 'ready')
    await agent.goto(`${desk.url}/workbench/visitors`)
    const vera = cast.keep(await openAt(`${desk.url}/chat?from=home`))
    const vito = cast.keep(await openAt(`${desk.url}/chat?from=prices`))
    const pages = async () =>
      (
        await agent
          .locator('.online-page a')
          .evaluateAll((all) => all.map((a) => a.getAttribute('title') ?? ''))
      ).map((url) => url.slice(desk.url.length))
    await until('both', pages, ['/chat?from=prices', '/chat?from=home'])
    await vera.goto(`${desk.url}/chat?from=help&token=secret`)
    await until('the page she has now', pages, ['/chat?from=prices', '/chat?from=help'])
    const hers = agent.locator('.online-row').last()
    await hers.locator('summary').click()
    await hers.locator('textarea').fill('Can I help you?')
    await hers.locator('form button').click()
    await vera.locator('.invitation').getByText('Can I help you?').waitFor()
    await until('nobody else is asked', () => vito.locator('.invitation').count(), 0)
    await until('it is told', () => hers.locator('.chip').allInnerTexts(), ['invited'])
    await vera.getByRole('button', { name: 'No, thank you' }).click()
    await until('it goes', () => vera.locator('.invitation').count(), 0)
    await until('her no', () => hers.locator('.chip').allInnerTexts(), ['declined'])
  }),
  TIME,
)
