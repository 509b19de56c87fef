import { expect, test } from 'bun:test'
import { openAt, standing, startChat, until, untilLive } from './people'
import { scene, TIME } from './scene'

test.concurrent(
  'what a first message does not need is brought when it is wanted, and the page says when it cannot be',
  scene(async (desk, cast) => {
    const vera = cast.keep(await openAt('about:blank'))
    const brought: string[] = []
    const name = (url: string) => /\/static\/([\w-]+?)(?:-[0-9a-f]{12})?\.js/.exec(url)?.[1]
    vera.on('request', (request) => brought.push(name(request.url()) ?? ''))
    const scripts = () => [...new Set(brought)].filter(Boolean)
    await vera.goto(`${desk.url}/chat`)
    await startChat(vera, { name: 'Vera', text: 'Hello?' })
    await untilLive(vera)
    expect(scripts()).toEqual(['visitor'])
    // Without the desk: the page stays, says why, and what was asked for is asked for again.
    await vera.route('**/static/forms*', (route) => route.abort())
    await vera.click('.end-chat > button')
    await vera.click('.ask [type=submit]')
    const problem = () => vera.locator('.ask .form-problem').innerText()
    await until('why not', async () => (await problem()) !== '', true)
    expect(await standing(vera)).not.toBe('ended')
    await vera.unroute('**/static/forms*')
    await vera.click('.ask [type=submit]')
    await until('the end', () => standing(vera), 'ended')
    // The first press brings what rings, too.
    expect(scripts()).toEqual(['visitor', 'sound', 'forms'])
  }, /ERR_FAILED/),
  TIME,
)
