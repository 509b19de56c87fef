import { expect, test } from 'bun:test'
import { giveMicrophone } from '../support/gallery/voice'
import { until } from './people'
import { openTalk, scene, TIME } from './scene'

test.concurrent(
  'what is said into a microphone is listened to, sent, and played by who reads it',
  scene(async (desk, cast) => {
    const { agent, vera } = await openTalk(desk, cast)
    const scripts: string[] = []
    vera.on('request', (request) => scripts.push(new URL(request.url()).pathname))
    const status = () => vera.locator('#voice > p').innerText()
    const press = (name: string) => vera.getByRole('button', { name, exact: true }).click()
    await vera.locator('.composer textarea').fill('What I have written')

    // Nobody has allowed it: one sentence, and what was written is there.
    await press('Record a voice message')
    const problem = () => vera.locator('#composer .form-problem').innerText()
    await until('why not', async () => (await problem()).includes('microphone'), true)
    expect(await vera.locator('#voice').count()).toBe(0)
    expect(scripts).toContain('/static/voice.js')

    // The shell that tests run in hears nothing itself.
    await giveMicrophone(vera)
    await press('Record a voice message')
    await until('that it records', status, 'Recording')
    expect(await problem()).toBe('')
    await until('a second', () => vera.locator('#voice [role=timer]').innerText(), '0:01')
    const loud = () =>
      vera.evaluate(() => document.querySelector('#voice i')?.getAttribute('style'))
    await until(
      'how loud it is',
      async () => /--level: (?!0(;|$))/.test((await loud()) ?? ''),
      true,
    )
    await press('Stop')
    await until('that it is there', async () => (await status()).startsWith('Recorded'), true)
    const length = () =>
      vera.evaluate(async () => {
        const audio = document.querySelector<HTMLAudioElement>('#voice audio')
        await audio?.play()
        return Number.isFinite(audio?.duration) && (audio?.duration ?? 0) > 0.5
      })
    await until('its length', length, true)
    const voice = vera.locator('#voice')
    await voice.getByRole('button', { name: 'Send' }).click()
    await until('that nothing waits', () => voice.count(), 0)
    expect(await vera.locator('.composer textarea').inputValue()).toBe('What I have written')

    const heard = agent.locator('#transcript audio')
    await until('it at the desk', () => heard.count(), 1)
    const played = () =>
      heard.evaluate(async (element) => {
        const audio = element as HTMLAudioElement
        await audio.play()
        return audio.currentTime > 0 && Number.isFinite(audio.duration)
      })
    await until('that it plays', played, true)
    expect(await agent.locator('a.file').getAttribute('data-type')).toBe('audio/webm')

    // A second one is not wanted.
    await press('Record a voice message')
    await until('that it records', status, 'Recording')
    await press('Delete')
    await until('that nothing waits', () => voice.count(), 0)
    expect(await vera.locator('#transcript .entry a.file').count()).toBe(1)
  }),
  TIME,
)
