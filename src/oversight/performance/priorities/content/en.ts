export const en = {
  'child-protection': {
    name: 'Multi-agency child protection',
    what: 'Councils, police, health and schools work as 1 team when a child may be at risk, and each sees what the others know.',
    owner: 'Department for Education, with the Department of Health and Social Care and the Home Office',
    state: 'Planned in law. Parliament was at work on the bill when this list was made.',
    milestones: {
      introduced: 'The Children’s Wellbeing and Schools Bill is brought to Parliament.',
      teams: 'The bill asks each area to have a multi-agency child protection team (clause 3).',
      duty: 'The bill adds a duty to share what helps to keep a child safe, and 1 number for each child (clause 4).',
      number: 'The number and who must use it are set by rules to follow. No date is published.',
    },
    sources: {
      bill: 'Children’s Wellbeing and Schools Bill, UK Parliament',
      act: 'Children Act 2004, which the bill changes',
      strategy: 'Keeping children safe, helping families thrive (policy statement)',
    },
    serves:
      'We tell councils, health bodies and others when a child is born or moves home. We do not make 1 number for all: each body has its own number for a child here.',
  },
  'school-meals': {
    name: 'Automatic enrolment for free school meals',
    what: 'A child who may have free school meals gets them, without a parent having to ask.',
    owner: 'Department for Education, with the Department for Work and Pensions and councils',
    state: 'More children can have the meals. That they get them without asking has no published date.',
    milestones: {
      announced: 'The government says that more families will have free school meals.',
      widened: 'In England, all children in homes on Universal Credit may have free school meals.',
      automatic: 'Enrolment without asking in all of England. Some councils do it themselves.',
    },
    sources: {
      announcement: 'Over half a million children to benefit from free school meals (news story)',
      apply: 'Apply for free school meals',
      act: 'Education Act 1996, section 512ZB',
    },
    serves:
      'When work or pay changes in a home with children at school, we tell the council. It can enrol the child without a form, and the parent can say no.',
  },
}
