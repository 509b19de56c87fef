import { Button } from '../../parts/button'
import { describedBy, Field } from '../../parts/fields/field'
import { paths } from '../../paths'
import { sentenceFor } from '../../words'
import { settings } from '../../words/settings'
import { Panel } from '../panel'
import { FormRefused } from '../refused'
import type { SettingsProps } from './details'
import { settingsPaths } from './paths'

const NAME = 'logo'

/** The logo as it is, another one, or none. */
export const LogoPanel = ({ desk, refused, language }: SettingsProps) => {
  const words = settings[language]
  const { logo } = desk
  const again = refused?.form === NAME ? refused : undefined
  const problem = again?.problem.field === NAME ? sentenceFor(again.problem, language) : undefined
  const hint = words.logoHint(desk.logoMb)
  return (
    <Panel id="brand-logo" title={words.logo} hint={logo ? undefined : words.logoNone}>
      {logo && (
        <p class="office-logo">
          <img
            src={paths.avatar(logo.mark)}
            alt={words.logoNow}
            width={logo.width}
            height={logo.height}
          />
        </p>
      )}
      <form method="post" action={settingsPaths.logo} enctype="multipart/form-data" class="stack">
        <FormRefused refused={refused} form={NAME} language={language} />
        <Field name={NAME} label={words.logoChoose} hint={hint} problem={problem}>
          <input
            id={`field-${NAME}`}
            type="file"
            name={NAME}
            accept="image/png,image/jpeg,image/webp"
            required
            autofocus={problem !== undefined}
            aria-invalid={problem ? 'true' : undefined}
            aria-describedby={describedBy({ name: NAME, hint, problem })}
          />
        </Field>
        <div class="actions">
          <Button>{words.logoSend}</Button>
        </div>
      </form>
      {logo && (
        <form method="post" action={settingsPaths.logoRemoval}>
          <Button tone="danger">{words.logoRemove}</Button>
        </form>
      )}
    </Panel>
  )
}
