import { Button } from '../parts/button'
import { SelectField } from '../parts/fields/select-field'
import { factors } from '../words/factors'
import type { OfficeContext } from './context'
import { Panel } from './panel'
import { FormRefused } from './refused'
import type { RoleDetails } from './role-details'
import { rolePaths } from './role-paths'

type Props = Pick<OfficeContext, 'refused' | 'language'> & { role: RoleDetails }

/** Whether who has a role comes in with a second factor only. */
export const RoleFactor = ({ role, refused, language }: Props) => {
  const words = factors[language].role
  const typed = refused?.form === 'factor' ? refused.typed.second_factor : undefined
  return (
    <Panel id="second-factor" title={words.title} hint={words.hint}>
      <form method="post" action={rolePaths.factor(role.id)} class="stack">
        <FormRefused refused={refused} form="factor" language={language} />
        <SelectField
          name="second_factor"
          label={words.label}
          options={(['optional', 'required'] as const).map((value) => ({
            ...{ value, label: words.choices[value] },
          }))}
          value={typed ?? role.secondFactor}
        />
        <div class="actions">
          <Button>{words.save}</Button>
        </div>
      </form>
    </Panel>
  )
}
