import { Button } from '../../parts/button'
import { exactTime } from '../../words'
import { privacy } from '../../words/privacy'
import { languageName } from '../../workbench/room/detail-rows'
import { conversationPaths } from '../conversations/list'
import { Panel } from '../panel'
import { privacyInMenu, privacyPaths } from '../privacy/details'
import type { ConsentLine, VisitorProps } from './details'

/** To what they agreed; and the way to what the desk owes them, for whoever may go there. */
export const Duties = (props: VisitorProps) => {
  const { details, language, menu } = props
  const words = privacy[language]
  const { consents, row } = details
  const leads = menu.some(({ path }) => path === privacyInMenu.path)
  return (
    <Panel
      id="duties"
      title={words.consents}
      {...(consents.length === 0 ? { hint: words.noConsents } : {})}
    >
      {consents.length > 0 && (
        <ul class="office-plain">
          {consents.map((consent) => (
            <li>
              <Consent {...props} consent={consent} />
            </li>
          ))}
        </ul>
      )}
      {leads && (
        <form method="post" action={privacyPaths.look}>
          <input type="hidden" name="visitor" value={row.id} />
          <div class="actions">
            <Button>{words.theirs}</Button>
          </div>
        </form>
      )}
    </Panel>
  )
}

const Consent = ({ consent, language, now, zone }: VisitorProps & { consent: ConsentLine }) => {
  const words = privacy[language]
  const { conversation, at, version, department, text } = consent
  return (
    <details class="unfolds">
      <summary>
        {words.agreed(version, languageName(consent.language) ?? consent.language)}{' '}
        {department && <bdi>{department}</bdi>}
      </summary>
      <p dir="auto">{text || words.agreedGone}</p>
      <p>
        <a href={conversationPaths.page(conversation)}>{exactTime(at, now, zone, language)}</a>
      </p>
    </details>
  )
}
