const en = {
  confirm: {
    subject: 'Open your account',
    lead: 'somebody, and we hope it was you, wants an account with this address.',
    go: 'Open your account',
    holds: 'The link opens for a day. You sign in there with the password you chose.',
    why: 'If it was not you, do nothing: without you there is no account, and it is forgotten.',
  },
  known: {
    subject: 'You have an account already',
    lead: 'somebody, and we hope it was you, wanted a new account with this address. You have one already, and it stays as it is.',
    go: 'Sign in',
    holds: 'If you do not know the password any more, you can set a new one there.',
    why: 'If it was not you, do nothing.',
  },
  move: {
    subject: 'Your new address',
    lead: 'somebody, and we hope it was you, wants to sign in with this address from now on.',
    go: 'Confirm the address',
    holds: 'The link opens for a day. Until then the old address holds.',
    why: 'If it was not you, do nothing.',
  },
  reset: {
    subject: 'Set a new password',
    lead: 'somebody, and we hope it was you, asked for a new password for your account.',
    go: 'Set a new password',
    holds: 'The link works once and for 30 minutes. Until then your password stays as it is.',
    why: 'If it was not you, do nothing: without the link nobody can change your password.',
  },
}

const zh: typeof en = {
  confirm: {
    subject: '开通您的账号',
    lead: '有人用此邮箱申请注册账号，希望是您本人。',
    go: '开通账号',
    holds: '链接一天内有效。打开后，请用您设置的密码登录。',
    why: '如果不是您本人操作，请忽略此邮件：账号不会开通，申请会自动删除。',
  },
  known: {
    subject: '您已有账号',
    lead: '有人用此邮箱申请注册新账号，希望是您本人。此邮箱已有账号，原账号保持不变。',
    go: '去登录',
    holds: '如果忘记了密码，可在登录页重新设置。',
    why: '如果不是您本人操作，请忽略此邮件。',
  },
  move: {
    subject: '确认新邮箱',
    lead: '有人申请改用此邮箱登录，希望是您本人。',
    go: '确认邮箱',
    holds: '链接一天内有效。在此之前，原邮箱继续有效。',
    why: '如果不是您本人操作，请忽略此邮件。',
  },
  reset: {
    subject: '重置密码',
    lead: '有人申请重置您的账号密码，希望是您本人。',
    go: '设置新密码',
    holds: '链接 30 分钟内有效，只能使用一次。在此之前，您的密码保持不变。',
    why: '如果不是您本人操作，请忽略此邮件：没有该链接，任何人都无法更改您的密码。',
  },
}

/** What visitors are mailed about an account of theirs. */
export const customerLetters = { en, zh }
