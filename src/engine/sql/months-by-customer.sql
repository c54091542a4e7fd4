-- months-by-customer
-- Net revenue and purchase lines (amount >= 0) of each customer in each period of so many months with a line, up to the as-of
-- date. A period is named by its first month, a customer by the number of its first line, as in customer-numbers.
select
  b.first_row as customer_number,
  s.sale_month - s.sale_month % cast($period_months as integer) as month_number,
  sum(s.amount) as revenue,
  count(case when s.amount >= 0 then 1 end) as purchases
from (
  select
    l.customer_id as customer_id,
    l.amount as amount,
    extract(year from l.sale_date) * 12 + extract(month from l.sale_date) - 1 as sale_month
  from sales as l
  where l.sale_date <= cast($as_of as date)
) as s
join (
  select
    f.customer_id as buyer_id,
    min(f.row_number) as first_row
  from sales as f
  where f.customer_id is not null and f.sale_date <= cast($as_of as date)
  group by f.customer_id
) as b on b.buyer_id = s.customer_id
group by b.first_row, s.sale_month - s.sale_month % cast($period_months as integer)
