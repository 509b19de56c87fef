import { cannedOfDesk } from '../../views/office/canned'
import { departmentPaths } from '../../views/office/departments'
import { firstStepPaths } from '../../views/office/first-steps/paths'
import { peoplePaths } from '../../views/office/people-paths'
import { privacyPaths } from '../../views/office/privacy/details'
import { providerPaths } from '../../views/office/providers/paths'
import { rolePaths } from '../../views/office/role-paths'
import { rulePaths } from '../../views/office/rules'
import { settingsPaths } from '../../views/office/settings/paths'
import { sitesPaths } from '../../views/office/sites'
import { tagPaths } from '../../views/office/tags/details'
import { visitorPaths } from '../../views/office/visitors/list'
import { wrapUpPaths } from '../../views/office/wrap-up'

const ID = ':id'

/** Forms by which nobody writes over what another said, and why. */
export const alone: Readonly<Record<string, string>> = {
  [departmentPaths.list]: 'makes one more',
  [peoplePaths.list]: 'makes one more',
  [rolePaths.list]: 'makes one more',
  [cannedOfDesk.list]: 'makes one more',
  [rulePaths.macros]: 'makes one more',
  '/office/invitations': 'makes one more',
  '/office/blocks': 'makes one more',
  [tagPaths.list]: 'makes one more',
  [tagPaths.rules]: 'one choice of two',
  [tagPaths.merge(ID)]: 'asked before by name; refused where one of them is gone',
  [tagPaths.removal(ID)]: 'asked before by name; all that it says is that it goes',
  [settingsPaths.logo]: 'a picture, which is chosen anew',
  [firstStepPaths.away]: 'all that it says is that the list goes',
  [settingsPaths.logoRemoval]: 'all that it says is that it goes',
  '/office/customers': 'one choice of two',
  '/office/customers/:id/removal': 'asked before by name; all that it says is that they go',
  '/office/visitors/import': 'a file that is looked through before it is taken',
  '/office/mail/trial': 'changes nothing',
  [privacyPaths.look]: 'changes nothing',
  [privacyPaths.archive]: 'changes nothing',
  [privacyPaths.erasures]: 'typed once more before; all that it says is that they go',
  [privacyPaths.retention]: 'asked before; all that it says is that they go',
  [privacyPaths.holds]: 'makes one more',
  [privacyPaths.release(ID)]: 'all that it says is that it ends',
  [departmentPaths.people(ID)]: 'one colleague comes; all else of them stays, or it is refused',
  [departmentPaths.leaving(ID, ':person')]: 'one colleague goes; all else of them stays',
  [departmentPaths.isDefault(ID)]: 'one button that says all there is to say',
  [departmentPaths.removal(ID)]: 'one button, and one that takes it back',
  [departmentPaths.restoration(ID)]: 'one button, and one that takes it back',
  [peoplePaths.disabling(ID)]: 'one button, and one that takes it back',
  [peoplePaths.enabling(ID)]: 'one button, and one that takes it back',
  [visitorPaths.pin(ID)]: 'one button, and one that takes it back',
  [visitorPaths.merge(ID)]: 'refused where one of them is merged already; parting takes it back',
  [visitorPaths.parting(ID)]: 'done once: there is nothing to part after it',
  [peoplePaths.removal(ID)]: 'asked before by name; all that it says is that they go',
  [rolePaths.removal(ID)]: 'only one that nobody has',
  [cannedOfDesk.removal(ID)]: 'asked before by name; all that it says is that it goes',
  [rulePaths.removal(ID)]: 'asked before by name; all that it says is that it goes',
  '/office/invitations/:id/removal': 'all that it says is that it goes',
  '/office/files/:id/removal': 'asked before by name; all that it says is that it goes',
  '/office/blocks/:id/lift': 'all that it says is that it ends',
  '/office/mail/:id/resending': 'done once: it is due then, or sent',
  '/office/mail/:id/dropping': 'done once: it is dropped then, or sent',
  [peoplePaths.invitation(ID)]: 'makes a new link; the one before opens no longer',
  [peoplePaths.password(ID)]: 'a secret is never shown, so that nobody changes it from another',
  [peoplePaths.sessionsRemoval(ID)]: 'all that it says is that they end',
  [peoplePaths.sessionRemoval(ID, ':mark')]: 'all that it says is that it ends',
  [peoplePaths.factorRemoval(ID)]: 'asked before by name; all that it says is that it goes',
  [peoplePaths.providerRemoval(ID, ':provider')]: 'all that it says is that it goes',
  [rolePaths.factor(ID)]: 'one choice of two',
  [providerPaths.list]: 'makes one more',
  [providerPaths.removal(ID)]: 'asked before by name; all that it says is that it goes',
  [sitesPaths.secret]: 'makes a new one; both see it',
  [wrapUpPaths.usual(ID)]: 'only where nothing is asked yet: refused otherwise',
}
