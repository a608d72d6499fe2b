import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/questions/pages/${name}.page.tsx`;

/** Paths under /staff, inside the workspace; files are named from the `app` folder. */
export const staffRoutes: RouteConfigEntry[] = [
  route('questions', page('question-inbox')),
  route('questions/calls', page('question-calls')),
  route('questions/:questionId', page('question')),
];

/** Signed-out pages in the plain frame, with their full path. */
export const doorRoutes: RouteConfigEntry[] = [];

/** Pages for everyone, without script, with their full path. */
export const publicRoutes: RouteConfigEntry[] = [
  route(':language/ask', page('ask')),
  route(':language/answer', page('answer')),
];
