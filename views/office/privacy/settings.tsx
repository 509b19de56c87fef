import { Ask } from '../../parts/ask'
import { Button } from '../../parts/button'
import { privacy } from '../../words/privacy'
import { settings } from '../../words/settings'
import { Panel } from '../panel'
import { FormRefused } from '../refused'
import { SettingFields } from '../setting-fields'
import { type PrivacyGroup, type PrivacyProps, privacyGroups, privacyPaths } from './details'

/** How long things are kept, what is masked, and what is kept of where visitors come from. */
export const SettingPanels = (props: PrivacyProps) => (
  <>
    {privacyGroups.map((group) => (
      <Group {...props} group={group} />
    ))}
  </>
)

const Group = (props: PrivacyProps & { group: PrivacyGroup }) => {
  const { group, groups, refused, language } = props
  const words = privacy[language]
  return (
    <Panel id={group} title={words.groups[group]} hint={words.groupHints[group]}>
      <form method="post" action={privacyPaths.settings(group)} class="stack">
        <FormRefused refused={refused} form={group} language={language} />
        <SettingFields
          {...groups[group]}
          language={language}
          words={settings[language].settings}
          {...(refused?.form === group ? { refused } : {})}
        />
        <div class="actions">
          <Button>{words.save}</Button>
        </div>
      </form>
      {group === 'retention' && <Expired {...props} />}
    </Panel>
  )
}

/** What would go now: the same goes at night. */
const Expired = ({ expired, language }: PrivacyProps) => {
  const words = privacy[language]
  const due = expired.some(({ count }) => count > 0)
  if (expired.length === 0) return null
  return (
    <div class="privacy-found">
      <ul class="office-plain">
        {expired.map(({ name, days, count }) => (
          <li>{words.expired(name, days, count)}</li>
        ))}
      </ul>
      {due && (
        <Ask
          id="ask-expiry"
          action={privacyPaths.retention}
          tone="danger"
          label={words.deleteNow}
          words={words.deleting}
        />
      )}
    </div>
  )
}
