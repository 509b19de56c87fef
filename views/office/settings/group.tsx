import type { DeskGroup } from '../../../actors/desk/settings'
import { Button } from '../../parts/button'
import { settings as settingWords } from '../../words/settings'
import type { OfficeContext } from '../context'
import { Panel } from '../panel'
import { FormRefused } from '../refused'
import { type Editable, SettingFields } from '../setting-fields'
import { settingsPaths } from './paths'

type Props = Pick<OfficeContext, 'refused' | 'language'> & {
  group: DeskGroup
  settings: Editable
  title: string
  hint?: string
  /** Where they are saved on another page than that of the whole desk. */
  path?: string
}

/** Settings of the whole desk that are saved together. */
export const Group = ({ group, settings, title, hint, path, refused, language }: Props) => {
  const words = settingWords[language]
  return (
    <Panel id={group} title={title} hint={hint}>
      <form method="post" action={path ?? settingsPaths.group(group)} class="stack">
        <FormRefused refused={refused} form={group} language={language} />
        <SettingFields
          {...settings}
          language={language}
          words={words.settings}
          {...(refused?.form === group ? { refused } : {})}
        />
        <div class="actions">
          <Button>{words.save}</Button>
        </div>
      </form>
    </Panel>
  )
}
