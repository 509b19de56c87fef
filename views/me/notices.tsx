import { noticeEvents, noticeTimes } from '../../actors/agent/notices'
import { Panel } from '../office/panel'
import { Button } from '../parts/button'
import { SelectField } from '../parts/fields/select-field'
import { paths } from '../paths'
import { me as meWords } from '../words/me'
import { type MePageProps, problemOf } from './props'

/** What they are told of and when, and whether this browser tells it while no page is open. */
export const Notices = (props: MePageProps) => {
  const { language, details, pushKey } = props
  const words = meWords[language]
  const times = noticeTimes.map((value) => ({ value, label: words.times[value] }))
  const answers = (['no', 'yes'] as const).map((value) => ({
    value,
    label: words.pushTexts[value],
  }))
  return (
    <Panel id="notices" title={words.notices} hint={words.noticesHint}>
      <form method="post" action={paths.workbench.me} class="stack">
        {noticeEvents.map((event) => (
          <SelectField
            name={event}
            label={words.events[event]}
            options={times}
            value={details.notices[event]}
            problem={problemOf(props, event)}
          />
        ))}
        <SelectField
          name="push_text"
          label={words.pushText}
          options={answers}
          value={details.notices.pushText ? 'yes' : 'no'}
          problem={problemOf(props, 'push_text')}
        />
        <div class="actions">
          <Button>{words.save}</Button>
        </div>
      </form>
      <Device language={language} pushKey={pushKey} />
    </Panel>
  )
}

/** Whether this browser tells, which a script alone can change. */
const Device = ({ language, pushKey }: Pick<MePageProps, 'language' | 'pushKey'>) => {
  const words = meWords[language]
  return (
    <div
      class="stack needs-js"
      id="device"
      data-key={pushKey}
      data-push={paths.workbench.push}
      data-worker={paths.worker}
      data-scope={paths.workbench.page}
      data-words={JSON.stringify({
        ...words.states,
        turnOn: words.turnOn,
        turnOff: words.turnOff,
      })}
    >
      <h3>{words.device}</h3>
      <p class="hint">{words.deviceHint}</p>
      <p role="status" />
      <div class="actions">
        <button type="button" class="button plain">
          {words.turnOn}
        </button>
      </div>
    </div>
  )
}
