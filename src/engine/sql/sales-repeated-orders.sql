-- Order lines that agree in order, customer, product, date and amount, and yet are not the same to the last character.
select
  min(s.row_number) as first_row,
  max(s.row_number) as last_row,
  count(distinct s.row_hash) as row_count
from sales as s
where s.order_id is not null and s.product is not null and s.row_hash is not null
group by s.order_id, s.customer_id, s.product, s.sale_date, s.amount
having count(*) > 1 and count(distinct s.row_hash) > 1
