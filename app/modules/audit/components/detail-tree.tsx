import { Bdi } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';

/** Values as they were kept, whatever their shape: names and lists, in the order of writing. */
export function DetailTree({ value }: { value: unknown }) {
  if (Array.isArray(value)) {
    return (
      <ul>
        {value.map((each, index) => (
          // A kept list never changes its order
          <li key={index}>
            <DetailTree value={each} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value === 'object' && value !== null) {
    return (
      <Facts
        facts={Object.entries(value).map(([key, each]) => ({
          key,
          label: <Bdi ltr>{key}</Bdi>,
          value: <DetailTree value={each} />,
        }))}
      />
    );
  }
  return (
    <span dir="auto">
      {value === null || value === undefined
        ? '–'
        : typeof value === 'string'
          ? value
          : JSON.stringify(value)}
    </span>
  );
}
