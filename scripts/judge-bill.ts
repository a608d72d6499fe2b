/** npm writes one as a text, several as a list. */
type Systems = string | string[];

interface Lockfile {
  packages: Record<
    string,
    { version?: string; dev?: boolean; name?: string; os?: Systems; cpu?: Systems; libc?: Systems }
  >;
}

interface Component {
  name?: string;
  version?: string;
  licenses?: unknown[];
}

/** CycloneDX 1.5, as far as it is looked at. */
interface Bill {
  bomFormat?: string;
  components?: Component[];
  dependencies?: { ref?: string; dependsOn?: string[] }[];
}

const nameOf = ({ name, version }: Component): string => `${name}@${version}`;

/**
 * Everything that the lockfile brings into a centre, as `name@version`: all but what only developers need, and what
 * is for systems on which Serai does not run (it runs on Linux with glibc, x86_64 and arm64).
 */
export function shipped({ packages }: Lockfile): string[] {
  const found = Object.entries(packages).flatMap(([place, entry]) => {
    if (place === '' || entry.dev || entry.version === undefined || !runs(entry)) return [];
    return [`${entry.name ?? place.slice(place.lastIndexOf('node_modules/') + 13)}@${entry.version}`];
  });
  return [...new Set(found)].sort();
}

const runs = ({ os, cpu, libc }: Lockfile['packages'][string]): boolean =>
  fits(os, ['linux']) && fits(cpu, ['x64', 'arm64']) && fits(libc, ['glibc']);

const fits = (systems: Systems | undefined, ours: readonly string[]): boolean =>
  systems === undefined || [systems].flat().some((each) => ours.includes(each));

/**
 * The bill of what is shipped and of nothing else. npm's own `--omit dev` also leaves out what both developers and the
 * program need. A package for one system carries the licence of the package that it belongs to: npm knows licences of
 * installed packages only.
 */
export function shippedBill<Given extends Bill>(bill: Given, expected: readonly string[]): Given {
  const wanted = new Set(expected);
  const all = bill.components ?? [];
  const components = all
    .filter((component) => wanted.has(nameOf(component)))
    .map((component) => {
      if (component.licenses?.length) return component;
      const whole = all.find(
        ({ name, version, licenses }) =>
          licenses?.length && version === component.version && component.name?.startsWith(`${name}-`),
      );
      return whole ? { ...component, licenses: whole.licenses } : component;
    });
  const dependencies = bill.dependencies?.filter(
    ({ ref = '' }) => wanted.has(ref) || ref.startsWith('serai@'),
  );
  return { ...bill, components, ...(dependencies && { dependencies }) };
}

/** What a bill of materials leaves out or leaves open. */
export function judgeBill(bill: Bill, expected: readonly string[]): string[] {
  if (bill.bomFormat !== 'CycloneDX') return ['this is no CycloneDX bill'];
  const listed = new Map((bill.components ?? []).map((component) => [nameOf(component), component]));
  return expected.flatMap((name) => {
    const component = listed.get(name);
    if (!component) return [`${name} is not in the bill`];
    return (component.licenses?.length ?? 0) === 0 ? [`${name} stands there without a licence`] : [];
  });
}
