import { say } from "../language/language";

/** The way to a voucher's page in the ERP, as the company's profile writes it. Only what a browser opens as a page is a way. */
export function SourceLink({ link, class: looks }: { link: string | undefined; class?: string }) {
  if (link === undefined || !/^https?:\/\//i.test(link)) return null;
  return (
    <a class={looks} href={link} target="_blank" rel="noopener noreferrer">
      {say.voucher.source}
    </a>
  );
}
